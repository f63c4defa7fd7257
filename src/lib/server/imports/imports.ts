import { errorBody, type ErrorBody } from '#lib/protocol/error.ts';
import {
	splitLines,
	type ImportAnswer,
	type ImportProgress,
	type ImportRequest
} from '#lib/protocol/imports.ts';
import type { ImportStore, StoredImport } from '../db/imports.ts';
import type { Membership } from '../sync/members.ts';
import { startImportWorker, type LineModel } from './worker.ts';

interface ImportsOptions {
	readonly store: ImportStore;
	readonly membership: (listId: string, userId: string) => Membership | undefined;
	readonly model: LineModel;
	/** Wall clock in ms. */
	readonly now: () => number;
	/** Ms since some moment, never backwards. */
	readonly monotonic: () => number;
	readonly newId: () => string;
	readonly onProgress: (userId: string, progress: ImportProgress) => void;
	readonly report: (problem: unknown, doing: string) => void;
	readonly firstAfterMs?: number | undefined;
}

/** Texts of many lines, read in the background. Nothing of them is added to a list here: the device does that. */
export interface Imports {
	/** Begins it, or finds that it has begun. @throws what a disk that cannot be written throws */
	begin(userId: string, request: ImportRequest): ImportProgress | ErrorBody;
	/** What has been read after a line; null when this person has no such import. */
	read(userId: string, id: string, afterLine: number): ImportAnswer | null;
	/** Ends and forgets it. @returns whether there was one */
	cancel(userId: string, id: string): boolean;
	close(): Promise<void>;
}

/** Of one person, at a time. */
const MAX_OPEN = 5;
/** How long a finished one is kept, and how many of a person. */
const KEPT_MS = 24 * 3_600_000;
const MAX_FINISHED = 20;
const FORGET_EVERY_MS = 3_600_000;
const TELL_EVERY_MS = 250;
/** A trial restore is over before anything of what it restored is gone on with. */
const FIRST_AFTER_MS = 5_000;
const LINES_AT_ONCE = 500;

export function openImports(options: ImportsOptions): Imports {
	const { store, membership, now, monotonic, newId, onProgress, report } = options;
	const toldAt = new Map<number, number>();
	const { firstAfterMs = FIRST_AFTER_MS } = options;
	const worker = startImportWorker({ ...options, firstAfterMs, onRead: tell });
	const forgetting = setInterval(forget, FORGET_EVERY_MS).unref();

	/** Not more often than somebody can see; the last word is always told. */
	function tell(number: number): void {
		const { total, done, waiting } = store.progressOf(number);
		const isDone = done === total;
		if (!isDone && monotonic() - (toldAt.get(number) ?? -Infinity) < TELL_EVERY_MS) return;
		toldAt.set(number, monotonic());
		if (isDone) toldAt.delete(number);
		const job = store.byNumber(number);
		if (job) onProgress(job.userId, { id: job.id, total, done, waiting });
	}

	function forget(): void {
		try {
			store.forget(now() - KEPT_MS, MAX_FINISHED);
		} catch (problem) {
			report(problem, 'forgetting imports that are over');
		}
	}

	function progressOf({ id, number }: StoredImport): ImportProgress {
		return { id, ...store.progressOf(number) };
	}

	return {
		begin(userId, { id = newId(), listId, text }) {
			const member = membership(listId, userId);
			if (!member?.active) return NO_SUCH_LIST;
			if (member.role !== 'editor') return ONLY_LOOKS;
			const known = store.find(userId, id);
			if (known) return progressOf(known);
			if (store.openCountOf(userId) >= MAX_OPEN) return TOO_MANY;
			forget();
			const lines = splitLines(text)
				.map((text, at) => ({ line: at + 1, text: text.trim() }))
				.filter(({ text }) => text !== '');
			const job = store.add({ id, userId, listId }, lines, now());
			worker.wake();
			return progressOf(job);
		},

		read(userId, id, afterLine) {
			const job = store.find(userId, id);
			if (!job) return null;
			const found = store.linesAfter(job.number, afterLine, LINES_AT_ONCE);
			const lines = found.map(({ line, isWaiting, items, also }) => ({
				line,
				isWaiting: isWaiting === 1,
				items: JSON.parse(items) as ImportAnswer['lines'][number]['items'],
				also: also === null ? null : (JSON.parse(also) as ImportAnswer['lines'][number]['also'])
			}));
			const next = lines.length < LINES_AT_ONCE ? null : (lines.at(-1)?.line ?? null);
			return { ...progressOf(job), listId: job.listId, lines, next };
		},

		cancel(userId, id) {
			const job = store.find(userId, id);
			if (!job) return false;
			store.remove(job.number);
			worker.drop(job.number);
			toldAt.delete(job.number);
			return true;
		},

		async close() {
			clearInterval(forgetting);
			await worker.close();
		}
	};
}

const NO_SUCH_LIST = errorBody('not_found', 'There is no such list.');
const ONLY_LOOKS = errorBody('forbidden', 'You can look at this list, so you cannot add to it.');
const TOO_MANY = errorBody(
	'limit',
	`${MAX_OPEN} of your texts are being read. Cancel one, or wait until one is done.`
);
