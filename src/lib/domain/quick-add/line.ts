import { readClauses, type Clause } from './clauses.ts';
import { correctLast } from './corrections.ts';
import { claim, claimedAs, type Draft } from './draft.ts';
import { nothingOf } from './intent.ts';
import { nameEnd } from './lexicon.ts';
import { readItems } from './items.ts';
import { isGeneric, isPronoun } from './generic.ts';
import { readObject } from './objects.ts';
import { readSet, readSwap } from './changes.ts';
import type { ItemAction, Nothing } from './reading.ts';
import { lowAt, type Token } from './tokens.ts';

export interface LineReading {
	/** null when there are drafts. */
	readonly nothing: Nothing | null;
	readonly drafts: readonly Draft[];
}

/**
 * Reads one line: its clauses in turn, each of which may name things or speak of the things named before. Stops soon
 * after `limit` items.
 */
export function readLine(tokens: readonly Token[], limit: number): LineReading {
	const clauses = readClauses(tokens);
	const state: LineState = {
		drafts: [],
		named: [],
		action: 'add',
		isCommand: clauses.some(isCommand),
		isAboutList: false,
		limit
	};
	for (const clause of clauses) {
		readClause(clause, state);
		if (state.drafts.length > limit) break;
	}
	const nothing = state.isAboutList ? 'list' : nothingOf(clauses);
	return { nothing: state.drafts.length > 0 ? null : nothing, drafts: state.drafts };
}

interface LineState {
	drafts: Draft[];
	/** What "it" and "them" mean: the things named last, also those only asked about. */
	named: Draft[];
	/** Carries over to a clause without a verb. */
	action: ItemAction;
	readonly isCommand: boolean;
	/** A clause had the list itself where a thing would stand. */
	isAboutList: boolean;
	readonly limit: number;
}

function isCommand({ verb }: Clause): boolean {
	return verb !== null && verb.kind !== 'ask' && verb.kind !== 'show';
}

function readClause(clause: Clause, state: LineState): void {
	switch (clause.verb?.kind) {
		case 'show':
		case 'elsewhere':
		case 'manage':
		case 'chat':
			state.named = [];
			break;
		case 'ask':
			state.named = readItems(askedAbout(readObject(clause, 'add').words), 'add', state.limit);
			break;
		case 'retract':
			retractLast(state);
			if (clause.object.length > 0) addItems(clause, state);
			break;
		case 'correct':
			if (!correctLast(clause, state.drafts)) addItems(clause, state);
			break;
		case 'set':
			take(readSet(clause, state.named, state.limit), clause, state);
			break;
		case 'swap':
			take(readSwap(clause), clause, state);
			break;
		case 'act':
		case 'particle':
		case undefined:
			addItems(clause, state);
	}
}

/** "check if we have any olives": the olives. */
function askedAbout(words: readonly Token[]): readonly Token[] {
	return words.slice(words.findIndex(({ low }) => !BEFORE_SUBJECT.has(low)));
}

const BEFORE_SUBJECT = new Set(
	'i we there theres is are have got already still any enough'.split(' ')
);

/** "I don't need milk, forget that" takes nothing back: the milk is to go. */
function retractLast(state: LineState): void {
	if (state.drafts.at(-1)?.action !== 'remove') state.drafts.pop();
	state.named = [];
}

function addItems(clause: Clause, state: LineState): void {
	const { words, action, isList } = readObject(clause, clause.verb === null ? state.action : 'add');
	if (clause.verb === null && (isList || isStatement(words))) {
		state.isAboutList ||= isList;
		return;
	}
	if (isPronoun(words) || isGeneric(words)) {
		if (clause.verb === null) return;
		for (const draft of state.named) draft.action = action;
		take(state.named, clause, state);
		return;
	}
	if (clause.verb === null && state.isCommand && isChatter(words)) return;
	state.action = action;
	take(readItems(words, action, state.limit), clause, state);
}

/** "I'm at the store" asks for nothing, a name that the catalog knows is one. */
function isStatement(words: readonly Token[]): boolean {
	return SPEAKERS.has(lowAt(words, 0)) && words.length > 1 && nameEnd(words, 0) === null;
}

const SPEAKERS = new Set(['i', 'im', 'ive', 'we', 'weve']);

/** "I'm making dinner tonight" before the request itself. */
function isChatter(words: readonly Token[]): boolean {
	return CHATTERERS.has(lowAt(words, 0));
}

const CHATTERERS = new Set(
	'i im ive we were weve my he she they theyre its it there theres you for'.split(' ')
);

/** "bread and eggs, scratch the eggs": what the same text added was a slip, and goes. */
function takesBack(draft: Draft, state: LineState): boolean {
	if (draft.action !== 'remove') return false;
	const name = keyOf(draft);
	const slip = state.drafts.findLast((one) => one.action === 'add' && keyOf(one) === name);
	state.drafts = state.drafts.filter((one) => one !== slip);
	return slip !== undefined;
}

function keyOf(draft: Draft): string {
	return claimedAs(draft, 'name')
		.flatMap(({ keys }) => keys)
		.join(' ');
}

function take(drafts: readonly Draft[], clause: Clause, state: LineState): void {
	const [first] = drafts;
	if (first !== undefined && claimedAs(first, 'action').length === 0) {
		claim(first, clause.said, 0, clause.said.length, 'action');
	}
	for (const draft of drafts)
		if (!state.drafts.includes(draft) && !takesBack(draft, state)) state.drafts.push(draft);
	if (drafts.length > 0) state.named = [...drafts];
}
