import { setImmediate as nextTurn } from 'node:timers/promises';
import { parse, type ReadItem } from '#lib/domain/quick-add.ts';
import { isSure } from '#lib/domain/quick-add/sure.ts';
import type { ImportStore, OpenLine } from '../db/imports.ts';

/** Reads one line anew where the rules are unsure; it only proposes. */
export interface LineModel {
	/** False: nobody is asked, and every line is done when the rules have read it. */
	readonly isOn: boolean;
	/**
	 * As bulk work, with limits of its own; ends when the signal says so. May reject, which counts as no answer.
	 * @returns another reading of the line, or null where there is none
	 */
	readLine(
		line: string,
		signal: AbortSignal
	): Promise<readonly Omit<ReadItem, 'confidence'>[] | null>;
}

interface WorkerOptions {
	readonly store: ImportStore;
	readonly model: LineModel;
	/** Wall clock in ms. */
	readonly now: () => number;
	/** Something of this import was read. */
	readonly onRead: (number: number) => void;
	readonly report: (problem: unknown, doing: string) => void;
	/** Until what was left over from before is gone on with. */
	readonly firstAfterMs: number;
}

export interface ImportWorker {
	/** There is something to do. */
	wake(): void;
	/** Lets go of what is asked for this import. */
	drop(number: number): void;
	/** Breaks off; what is open then is gone on with after the next start. */
	close(): Promise<void>;
}

/** Lines that are looked up at once, and how long reading them may hold up everything else. */
const SLICE_LINES = 50;
const SLICE_MS = 20;
/** After the disk could not be written. */
const AGAIN_MS = 60_000;

/** Reads what is open, one line after another: with the rules first, and then what they are unsure of with the model. */
export function startImportWorker(options: WorkerOptions): ImportWorker {
	const { store, model, now, onRead, report, firstAfterMs } = options;
	const ending = new AbortController();
	let working: Promise<void> | null = null;
	let asked: { readonly number: number; readonly leaving: AbortController } | null = null;
	let timer = setTimeout(wake, firstAfterMs).unref();

	function wake(): void {
		if (ending.signal.aborted || working !== null) return;
		working = workThrough()
			.catch((problem: unknown) => {
				report(problem, 'reading an import');
				clearTimeout(timer);
				timer = setTimeout(wake, AGAIN_MS).unref();
			})
			.finally(() => (working = null));
	}

	async function workThrough(): Promise<void> {
		while (!ending.signal.aborted) {
			await nextTurn();
			if (ending.signal.aborted) return;
			const unread = store.unread(SLICE_LINES);
			if (unread.length > 0) {
				readByRules(unread);
				continue;
			}
			const next = store.nextWaiting();
			if (next === undefined) return;
			await askAbout(next);
		}
	}

	function readByRules(lines: readonly OpenLine[]): void {
		const until = performance.now() + SLICE_MS;
		const read = [];
		for (const { number, line, text } of lines) {
			const { items } = parse(text);
			const isWaiting = model.isOn && !items.every(isSure);
			read.push({ number, line, items: JSON.stringify(items), isWaiting });
			if (performance.now() > until) break;
		}
		store.writeRead(read);
		settle(new Set(read.map(({ number }) => number)));
	}

	async function askAbout({ number, line, text }: OpenLine): Promise<void> {
		const leaving = new AbortController();
		asked = { number, leaving };
		const signal = AbortSignal.any([leaving.signal, ending.signal]);
		const also = await model.readLine(text, signal).catch((problem: unknown) => {
			report(problem, 'asking about a line of an import');
			return null;
		});
		asked = null;
		if (signal.aborted) return;
		store.writeAsked({ number, line }, also && JSON.stringify(also));
		settle(new Set([number]));
	}

	function settle(numbers: ReadonlySet<number>): void {
		for (const number of numbers) {
			const { total, done } = store.progressOf(number);
			if (done === total) store.finish(number, now());
			onRead(number);
		}
	}

	return {
		wake,
		drop(number) {
			if (asked?.number === number) asked.leaving.abort();
		},
		async close() {
			clearTimeout(timer);
			ending.abort();
			await working;
		}
	};
}
