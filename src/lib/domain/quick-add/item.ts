import { readBody } from './body.ts';
import { claim, createDraft, hasName, type Draft } from './draft.ts';
import { readHead } from './head.ts';
import type { ItemAction } from './reading.ts';
import type { Token } from './tokens.ts';
import { skipOpeners } from './openers.ts';
import { CLOSERS, CLOSING_PHRASES } from './words.ts';

/** Reads the words of one item; null when nothing in them can be a name. */
export function readItem(words: readonly Token[], action: ItemAction): Draft | null {
	const tokens = words.slice(0, trimClosers(words));
	const draft = createDraft(action);
	const head = readAnother(tokens, skipOpeners(tokens, 0, draft), draft);
	readBody(tokens, skipOpeners(tokens, readHead(tokens, head, draft), draft), draft);
	if (!hasName(draft)) takeAnythingAsName(tokens, draft);
	return hasName(draft) ? draft : null;
}

/** "another loaf of bread" is one more. */
function readAnother(tokens: readonly Token[], at: number, draft: Draft): number {
	if (tokens[at]?.low !== 'another' || at + 1 >= tokens.length) return at;
	draft.quantity = 1;
	claim(draft, tokens, at, at + 1, 'quantity');
	return at + 1;
}

function trimClosers(tokens: readonly Token[]): number {
	let end = tokens.length;
	for (;;) {
		const shorter = isCloser(tokens[end - 1]) ? end - 1 : closingPhraseFrom(tokens, end);
		if (shorter < 1 || shorter === end) return end;
		end = shorter;
	}
}

/** Where a phrase begins that ends at `end`; `end` itself when there is none. */
function closingPhraseFrom(tokens: readonly Token[], end: number): number {
	for (let from = end - 2; from > Math.max(0, end - 4); from -= 1) {
		if (CLOSING_PHRASES.longestAt(tokens, from, end)?.next === end) return from;
	}
	return end;
}

function isCloser(token: Token | undefined): boolean {
	if (token?.kind === 'mark') return /^[,;:.!?\-–—]$/.test(token.text);
	return CLOSERS.has(token?.low ?? '');
}

/** Emoji, or a line that seemed to be all amount and note: what was typed must not vanish. */
function takeAnythingAsName(tokens: readonly Token[], draft: Draft): void {
	const named = tokens.filter(({ kind }) => kind !== 'mark');
	for (const token of named) {
		const role = draft.roles.get(token);
		if (role === undefined || role === 'note') draft.roles.set(token, 'name');
	}
	if (hasName(draft)) return;
	draft.quantity = null;
	draft.quantityMax = null;
	draft.unit = null;
	for (const token of named) draft.roles.set(token, 'name');
}
