import { skipPreparations } from './preparations.ts';
import { lowAt, type Token } from './tokens.ts';

/**
 * "juice of", "grated zest and juice of", "juice from": of a lemon only a part is used, and the lemon is bought.
 * @returns the first token behind these words, or null.
 */
export function skipPartOf(tokens: readonly Token[], from: number): number | null {
	const at = skipPreparations(tokens, from);
	const end = skipPartNames(tokens, at);
	return end > at && LINKS.has(lowAt(tokens, end)) ? end + 1 : null;
}

/** "finely grated zest", "zest and juice", "juice only": said of the lemon before the comma. */
export function isPartNote(tokens: readonly Token[], from: number): boolean {
	const at = skipPreparations(tokens, from);
	const end = skipPartNames(tokens, at);
	if (end === at) return false;
	// "milk, juice" are two things to buy.
	const isSure = at > from || end > at + 1 || lowAt(tokens, at) !== 'juice';
	return (isSure && tokens[end]?.kind !== 'word') || lowAt(tokens, end) === 'only';
}

function skipPartNames(tokens: readonly Token[], at: number): number {
	if (!PARTS.has(lowAt(tokens, at))) return at;
	const isPair = AND.has(lowAt(tokens, at + 1)) && PARTS.has(lowAt(tokens, at + 2));
	return isPair ? at + 3 : at + 1;
}

const PARTS = new Set(['juice', 'zest', 'rind', 'peel']);
const AND = new Set(['and', '&', 'or']);
const LINKS = new Set(['of', 'from']);
