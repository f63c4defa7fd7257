import { claimedAs, createDraft, type Draft } from './draft.ts';
import { readHead } from './head.ts';
import { readItem } from './item.ts';
import { skipOpeners } from './openers.ts';
import { isName, wholeNameEnd } from './lexicon.ts';
import { isGeneric } from './generic.ts';
import { cutsAt, startsExamples, type PartState } from './cuts.ts';
import { startsTrailingNote } from './notes.ts';
import { skipPartOf } from './parts.ts';
import type { ItemAction } from './reading.ts';
import { skipSeparators } from './separators.ts';
import { splitSpeech } from './speech.ts';
import type { Token } from './tokens.ts';
import { isMeasure, KITCHEN } from './units.ts';
import { describes } from './words.ts';

/** Cuts the words of one clause into items and reads each of them; stops soon after `limit`. */
export function readItems(tokens: readonly Token[], action: ItemAction, limit: number): Draft[] {
	const drafts: Draft[] = [];
	let each: Draft | null = null;
	const parts = splitParts(tokens);
	for (const part of parts) {
		if (parts.length > 1 && isGeneric(part.words)) continue;
		const pieces = splitSpeech(part.words, parts.length > 1);
		for (const piece of pieces) {
			const draft = readItem(piece, action);
			if (draft === null) continue;
			if (pieces.length > 1) draft.doubts.push(UNSAID_COMMA);
			if (draft.isOfEach) each = draft;
			else if (draft.quantity !== null) each = null;
			else if (each !== null) shareAmount(each, draft);
			if (!(part.isAfterComma && describesLast(drafts, draft))) drafts.push(draft);
		}
		if (drafts.length > limit) break;
	}
	return drafts;
}

/**
 * In "1 tsp mace, blades" the blades are hardly to be bought: recipes say after a comma what the thing is like. Nobody
 * shops by the cup, so there the words become a note; after pounds or grams they only raise a doubt.
 */
function describesLast(drafts: readonly Draft[], draft: Draft): boolean {
	const last = drafts.at(-1);
	const names = claimedAs(draft, 'name');
	if (last === undefined || last.unit === null || !isMeasure(last.unit)) return false;
	if (draft.quantity !== null || isName(names, 0, names.length)) return false;
	draft.doubts.push(AFTER_MEASURE);
	if (!KITCHEN.has(last.unit)) return false;
	for (const token of draft.roles.keys()) last.roles.set(token, 'note');
	last.doubts.push(AFTER_MEASURE);
	return true;
}

const AFTER_MEASURE = 0.6;

function shareAmount({ quantity, quantityMax, unit }: Draft, draft: Draft): void {
	draft.quantity = quantity;
	draft.quantityMax = quantityMax;
	draft.unit = unit;
}

/** Where nobody said that one item ends, the cut is a guess. */
const UNSAID_COMMA = 0.7;

interface Part {
	readonly words: readonly Token[];
	/** Only a comma sets it apart, no "and" and no amount. */
	readonly isAfterComma: boolean;
}

/** One part for each item that was set apart by a comma, an "and", a new amount. */
function splitParts(tokens: readonly Token[]): Part[] {
	const parts: Part[] = [];
	let isAfterComma = false;
	const lastClose = tokens.findLastIndex(({ low }) => low === ')');
	let state = startPart(tokens, 0);
	for (let at = 0; at < tokens.length; at += 1) {
		const token = tokens[at];
		if (token === undefined || at < state.wholeUntil) continue;
		if (token.low === '(' && at < lastClose) state.inAside = true;
		else if (token.low === ')') state.inAside = false;
		else if (state.inAside) continue;
		else if (cutsAt(tokens, at, state)) {
			parts.push({ words: tokens.slice(state.from, at), isAfterComma });
			const next = skipSeparators(tokens, at);
			isAfterComma = token.low === ',' && next === at + 1;
			state = startPart(tokens, next);
			at = next - 1;
		} else if (token.kind !== 'mark') readWord(tokens, at, state);
	}
	parts.push({ words: tokens.slice(state.from), isAfterComma });
	return parts;
}

function startPart(tokens: readonly Token[], from: number): PartState {
	const start = skipOpeners(tokens, from);
	const head = createDraft('add');
	const amountEnd = readHead(tokens, start, head);
	const headEnd = skipPartOf(tokens, amountEnd) ?? amountEnd;
	return {
		from,
		headEnd,
		wholeUntil: headEnd,
		hasAmount: head.quantity !== null,
		hasNoun: false,
		inNote: false,
		inPurpose: false,
		inAside: false,
		inExamples: false
	};
}

/** A known name is taken in one step, so that nothing inside it can cut. */
function readWord(tokens: readonly Token[], at: number, state: PartState): void {
	const token = tokens[at];
	if (token === undefined) return;
	const whole = wholeNameEnd(tokens, at);
	state.wholeUntil = whole ?? at;
	if (state.hasNoun && !state.inNote && startsTrailingNote(tokens, at)) {
		state.inNote = true;
		state.inPurpose = token.low === 'for';
		state.inExamples = startsExamples(tokens, at);
	}
	state.hasNoun ||= whole !== null || !describes(token.low);
}
