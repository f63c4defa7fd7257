import { choiceEnd } from './alternatives.ts';
import { readAside } from './asides.ts';
import { claim, claimedAs, takeAmount, type Draft } from './draft.ts';
import { singular } from './fold.ts';
import { isName, wholeNameEnd } from './lexicon.ts';
import { startsTrailingNote } from './notes.ts';
import { isArticle, readNumberAt } from './numbers.ts';
import { skipPartOf } from './parts.ts';
import { skipPreparations } from './preparations.ts';
import type { Token } from './tokens.ts';
import { readTrailingAmount } from './trailing-amount.ts';
import { unitOf } from './units.ts';
import { describes, UNITS_AFTER_NOUN } from './words.ts';

/** Reads what follows the amount: the name, its notes, and an amount said last ("cola 2 l", "lemons x2"). */
export function readBody(tokens: readonly Token[], from: number, draft: Draft): void {
	const state: BodyState = {
		role: 'name',
		named: false,
		hasNoun: false,
		asideFrom: null,
		wholeUntil: 0
	};
	let at = readLeadingPreparations(tokens, from, draft);
	while (at < tokens.length) at = readNext(tokens, at, draft, state);
	dropDecoration(draft);
	readUnitAfterNoun(draft);
}

/** "milk 🥛" is milk. */
function dropDecoration(draft: Draft): void {
	const names = claimedAs(draft, 'name');
	if (names.every(({ kind }) => kind === 'emoji')) return;
	for (const token of names) if (token.kind === 'emoji') draft.roles.delete(token);
}

interface BodyState {
	role: 'name' | 'note';
	named: boolean;
	/** The name so far is more than adjectives. */
	hasNoun: boolean;
	/** The first token inside an open parenthesis. */
	asideFrom: number | null;
	/** Tokens before this one are one name, whatever they look like. */
	wholeUntil: number;
}

function readNext(tokens: readonly Token[], at: number, draft: Draft, state: BodyState): number {
	const token = tokens[at];
	const isLoose = state.asideFrom === null && state.role === 'name' && at >= state.wholeUntil;
	if (isLoose) state.wholeUntil = wholeNameEnd(tokens, at) ?? at;
	const inName = isLoose && state.named && state.wholeUntil === at;
	const afterAmount = inName ? takeTrailingAmount(tokens, at, draft) : null;
	if (token === undefined || afterAmount !== null) return afterAmount ?? tokens.length;
	if (inName && draft.quantity !== null) state.wholeUntil = choiceEnd(tokens, at) ?? at;
	if (
		inName &&
		at >= state.wholeUntil &&
		(endsName(tokens, at, state) || startsTrailingNote(tokens, at))
	)
		state.role = 'note';
	if (token.low === '(' && state.asideFrom === null) state.asideFrom = at + 1;
	else if (token.low === ')' && state.asideFrom !== null) {
		if (state.named) readAside(tokens, state.asideFrom, at, draft);
		state.asideFrom = null;
	} else if (!isPunctuation(tokens, at)) claimWord(token, draft, state);
	return at + 1;
}

function claimWord(token: Token, draft: Draft, state: BodyState): void {
	const role = state.asideFrom === null ? state.role : 'note';
	draft.roles.set(token, role);
	if (role === 'note') return;
	state.named = true;
	state.hasNoun ||= !describes(token.low);
}

/** "finely chopped fresh basil" and "juice of 2 limes": what is done to a thing is no part of its name. */
function readLeadingPreparations(tokens: readonly Token[], from: number, draft: Draft): number {
	const to = skipPreparations(tokens, from);
	const part = draft.quantity === null ? skipPartOf(tokens, from) : null;
	const number = part === null ? null : readNumberAt(tokens, part);
	if (part !== null && number !== null && number.next < tokens.length) {
		claim(draft, tokens, from, part, 'note');
		claim(draft, tokens, part, number.next, 'quantity');
		draft.quantity = number.value;
		draft.quantityMax = number.max;
		return number.next;
	}
	// Without an amount it is the product on the shelf: "shredded cheese", "diced tomatoes".
	const isProduct = draft.quantity === null || tokens[from]?.low === 'crushed';
	if (to === from || to >= tokens.length || (isProduct && isName(tokens, from, tokens.length)))
		return from;
	for (const token of tokens.slice(from, to))
		if (token.kind !== 'mark') draft.roles.set(token, 'note');
	return to;
}

/** A comma, a dash or a colon after a name; not after a mere adjective ("young, tender chard"). */
function endsName(tokens: readonly Token[], at: number, state: BodyState): boolean {
	const token = tokens[at];
	if (token === undefined || !PAUSES.has(token.low)) return false;
	if (token.low === ',') return state.hasNoun || at + 1 === tokens.length;
	return token.low === ':' || !(token.glued || tokens[at + 1]?.glued === true);
}

const PAUSES = new Set([',', '-', '–', '—', ':', ';']);

/** A dash between two words that it joins is part of them: "5-spice". */
function isPunctuation(tokens: readonly Token[], at: number): boolean {
	const token = tokens[at];
	if (token?.kind !== 'mark') return false;
	if (token.low === '-' && token.glued && tokens[at + 1]?.glued === true) return false;
	return /^[,;:.!?()[\]{}"“”\-–—•·*_~|=…†‡§\u2460-\u24ff]$/.test(token.text);
}

/** An amount said last becomes the item's own. */
function takeTrailingAmount(tokens: readonly Token[], from: number, draft: Draft): number | null {
	if (draft.quantity !== null) return null;
	const found = readTrailingAmount(tokens, from);
	if (found === null) return null;
	takeAmount(draft, found.amount);
	return found.next;
}

/** "3 garlic cloves" are cloves; "trash bags" are a name. */
function readUnitAfterNoun(draft: Draft): void {
	if (draft.unit !== null || draft.quantity === null) return;
	const names = claimedAs(draft, 'name');
	const last = names.at(-1);
	const before = names.at(-2);
	if (before === undefined || last === undefined || !isCounted(last, before)) return;
	const isContainer = CONTAINERS.has(last.low);
	if (isContainer && isName(names, 0, names.length)) return;
	if (isBareDescription(names.slice(0, -1))) return;
	draft.unit = unitOf(last);
	draft.roles.set(last, 'unit');
}

/** "3 garlic cloves", and of some units only with one thing: "2 celery ribs", but not "2 spare ribs". */
function isCounted(last: Token, before: Token): boolean {
	return (
		UNITS_AFTER_NOUN.has(last.low) || ONLY_AFTER.get(singular(last.low))?.has(before.low) === true
	);
}

const ONLY_AFTER = new Map([
	['rib', new Set(['celery'])],
	['spear', new Set(['asparagus', 'broccoli'])],
	['strip', new Set(['bacon', 'peel', 'zest', 'rind'])]
]);

/** "2 short ribs", "rings from a can": no thing is named before the unit; an orange is one in "3 orange slices". */
function isBareDescription(names: readonly Token[]): boolean {
	if (isArticle(names.at(-1))) return true;
	return names.every(({ low }) => describes(low)) && !isName(names, 0, names.length);
}

const CONTAINERS = new Set(
	'jar jars pack packs package packages packet packets bottle bottles can cans tin tins carton cartons loaf loaves'.split(
		' '
	)
);
