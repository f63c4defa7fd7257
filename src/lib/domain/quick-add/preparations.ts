import { lowAt, type Token } from './tokens.ts';
import { ADVERBS, AFTER_PREPARATION, PREPARATIONS } from './words.ts';

/** Leading preparations, "finely chopped", "peeled and deveined"; returns the first token after them. */
export function skipPreparations(tokens: readonly Token[], from: number): number {
	let at = from;
	for (let count = 0; count < LONGEST_RUN; count += 1) {
		const next = skipPreparation(tokens, at);
		if (next === at) break;
		const link = skipLink(tokens, next);
		at = link > next && skipPreparation(tokens, link) > link ? link : next;
	}
	return at;
}

/** More than anybody says of one thing; without a bound, hostile text would make reading quadratic. */
const LONGEST_RUN = 8;

/** "," and "and" and both together. */
function skipLink(tokens: readonly Token[], from: number): number {
	const at = lowAt(tokens, from) === ',' ? from + 1 : from;
	return LINKS.has(lowAt(tokens, at)) ? at + 1 : at;
}

const LINKS = new Set(['and', 'or', '&', 'then']);

/** One preparation with its adverbs; `from` itself when there is none. */
export function skipPreparation(tokens: readonly Token[], from: number): number {
	let at = from;
	while (at < from + LONGEST_RUN && ADVERBS.has(lowAt(tokens, at))) at += 1;
	const low = lowAt(tokens, at);
	if (isPreparation(low)) return at + 1;
	// "ground beef" is a product, "freshly ground pepper" is pepper.
	if (at > from && AFTER_ADVERB.has(low)) return at + 1;
	return low === 'fresh' && AFTER_FRESH.has(lowAt(tokens, at + 1)) ? at + 2 : from;
}

/** "chopped", and what a hyphen makes of it: "fresh-squeezed", "pre-shredded". */
function isPreparation(low: string): boolean {
	if (PREPARATIONS.has(low)) return true;
	const dash = low.lastIndexOf('-');
	const before = low.slice(0, Math.max(0, dash));
	const last = low.slice(dash + 1);
	if (before === 'fresh' && AFTER_FRESH.has(last)) return true;
	if (dash < 0 || !PREPARATIONS.has(last)) return false;
	return ADVERBS.has(before) || BEFORE_HYPHEN.has(before);
}

const BEFORE_HYPHEN = new Set(
	'fresh thin fine pre medium hand coarse rough small large'.split(' ')
);
const AFTER_ADVERB = new Set(
	'ground cracked milled toasted browned brewed popped baked blanched steamed'.split(' ')
);
const AFTER_FRESH = new Set('ground cracked grated squeezed milled'.split(' '));

/** A preparation ends there or goes on as a phrase; "chopped tomatoes" is the next item. */
export function isFinished(tokens: readonly Token[], at: number): boolean {
	const next = tokens[at];
	if (next === undefined || next.kind !== 'word') return true;
	return AFTER_PREPARATION.has(next.low) || /[^il]ly$/.test(next.low);
}
