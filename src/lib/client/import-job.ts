import type { ImportLine } from '#lib/domain/import-line.ts';
import {
	importProgressSchema,
	importSchema,
	MAX_SENT_LENGTH,
	type ImportAnswer,
	type ImportProgress
} from '#lib/protocol/imports.ts';
import { nothingSchema } from '#lib/protocol/people.ts';
import { ask } from './http.ts';

const ROUTE = '/api/walmart/imports';
/** A text with more of them is read by the rules well enough. */
const MAX_ASKED = 500;
/** Where no socket tells. */
const LOOK_EVERY_MS = 5_000;
/** The server may have been restarted, or be out of reach for a while. */
const MAX_MISSES = 30;

export interface JobNews {
	/** Numbers of lines that wait for a model. */
	readonly waiting: ReadonlySet<number>;
	/** By the line's number. */
	readonly also: ReadonlyMap<number, NonNullable<ImportAnswer['lines'][number]['also']>>;
}

interface JobTools {
	readonly importId: string;
	readonly listId: string;
	/** Those that the rules are unsure of. */
	readonly lines: readonly ImportLine[];
	readonly onNews: (news: JobNews) => void;
	/** Calls back with what the socket tells. @returns what ends that */
	readonly listen: (listener: (progress: ImportProgress) => void) => () => void;
	/** Aborts when nobody wants to know any more. */
	readonly signal: AbortSignal;
}

/**
 * Has a model look at what the rules are unsure of, and tells what it says line by line. Asking again with the same id
 * goes on with what has begun.
 * @returns whether the server had it; nothing depends on that
 */
export async function followJob(tools: JobTools): Promise<boolean> {
	const { importId, listId, signal } = tools;
	const sent = fitting(tools.lines);
	const text = sent.map((line) => oneLine(line.text)).join('\n');
	const begun = await ask('POST', ROUTE, importProgressSchema, { id: importId, listId, text });
	if (begun === null || 'error' in begun) return false;
	let wake: () => void = () => undefined;
	const stop = tools.listen(({ id }) => {
		if (id === importId) wake();
	});
	try {
		let misses = 0;
		while (!signal.aborted) {
			const told = await readAll(importId);
			if (told === null) misses++;
			else tools.onNews(toNews(told.lines, sent));
			if (told?.isOver || misses > MAX_MISSES) return true;
			const { promise, resolve } = Promise.withResolvers<void>();
			wake = resolve;
			const timer = setTimeout(resolve, LOOK_EVERY_MS);
			signal.addEventListener('abort', () => resolve(), { once: true });
			await promise;
			clearTimeout(timer);
		}
		return true;
	} finally {
		stop();
	}
}

/** It was added or thrown away. What does not arrive is forgotten by the server in a day. */
export function cancelJob(importId: string): void {
	void ask('DELETE', `${ROUTE}/${importId}`, nothingSchema);
}

/** Whatever breaks lines elsewhere breaks none here: the server counts them. */
const oneLine = (text: string): string => text.replace(/[\n\r\u0085\u2028\u2029]+/g, ' ');

function fitting(lines: readonly ImportLine[]): readonly ImportLine[] {
	let length = 0;
	const tooLong = lines.findIndex((line) => (length += line.text.length + 1) > MAX_SENT_LENGTH);
	return lines.slice(0, Math.min(MAX_ASKED, tooLong === -1 ? lines.length : tooLong));
}

/** As many as are asked about stand in one answer. */
async function readAll(importId: string) {
	const answer = await ask('GET', `${ROUTE}/${importId}`, importSchema);
	if (answer === null) return null;
	// Cancelled by another tab, or forgotten: there is nothing more to hear.
	if ('error' in answer) return { lines: [], isOver: answer.error.code === 'not_found' };
	return { lines: answer.lines, isOver: answer.done === answer.total };
}

function toNews(told: ImportAnswer['lines'], sent: readonly ImportLine[]): JobNews {
	const waiting = new Set<number>();
	const also: [number, NonNullable<ImportAnswer['lines'][number]['also']>][] = [];
	for (const line of told) {
		const number = sent[line.line - 1]?.number;
		if (number === undefined) continue;
		if (line.isWaiting) waiting.add(number);
		if (line.also) also.push([number, line.also]);
	}
	return { waiting, also: new Map(also) };
}
