import { readListAt } from './list-names.ts';
import { lowAt, isSentenceEnd, type Token } from './tokens.ts';
import { readVerbAt } from './verb-at.ts';
import { FILLERS, SOFT_FILLERS } from './fillers.ts';
import type { Verb } from './verbs.ts';

/** How a clause begins: its verb, and where its object starts. */
export interface Opening {
	/** null: a clause that only names things. */
	readonly verb: Verb | null;
	readonly verbFrom: number;
	readonly next: number;
}

/** Reads past joining words, politeness and list names to the verb: "and could you please add". */
export function readOpening(tokens: readonly Token[], at: number): Opening {
	let next = skipJoiners(tokens, at);
	for (let count = 0; count < MOST_FILLERS; count += 1) {
		const verb = readVerbAt(tokens, next);
		const filler = FILLERS.longestAt(tokens, next);
		if (verb !== null && verb.next >= (filler?.next ?? 0)) return { ...verb, verbFrom: next };
		const list = filler === null ? readListAt(tokens, next) : null;
		const skipped = filler?.next ?? list?.next;
		if (skipped === undefined) break;
		// A list named alone is to be seen.
		if (list !== null && isSentenceEnd(tokens[list.next])) {
			return { verb: { kind: 'show' }, verbFrom: next, next: list.next };
		}
		next = skipJoiners(tokens, skipped);
	}
	return withoutVerb(tokens, at);
}

/** Nobody is politer than this; a bound keeps reading linear. */
const MOST_FILLERS = 6;

function withoutVerb(tokens: readonly Token[], at: number): Opening {
	let next = skipJoiners(tokens, at);
	for (let count = 0; count < MOST_FILLERS; count += 1) {
		const soft = SOFT_FILLERS.longestAt(tokens, next);
		if (soft === null || soft.next >= tokens.length) break;
		next = skipJoiners(tokens, soft.next);
	}
	return { verb: null, verbFrom: next, next };
}

function skipJoiners(tokens: readonly Token[], from: number): number {
	let at = from;
	while (at < from + MOST_FILLERS && JOINERS.has(lowAt(tokens, at))) at += 1;
	return at;
}

const JOINERS = new Set([',', ';', '.', '!', '?', '-', '–', '—', ':', 'and', 'but', 'so', 'or']);
