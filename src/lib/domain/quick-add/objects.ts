import { readEnding, type SaidBy } from './endings.ts';
import { isGeneric } from './generic.ts';
import { readListAt } from './list-names.ts';
import type { ItemAction } from './reading.ts';
import { lowAt, type Token } from './tokens.ts';
import type { Clause } from './clauses.ts';
import type { Verb } from './verbs.ts';

/** What a clause acts on, without the words about the list and the action. */
export interface ClauseObject {
	readonly words: readonly Token[];
	readonly action: ItemAction;
	/** "dictate my list": a list stands where a thing would. */
	readonly isList: boolean;
}

export function readObject({ verb, object }: Clause, carried: ItemAction): ClauseObject {
	const { words: all, preposition, isList } = withoutLists(object);
	const words = withoutAnnouncement(all);
	const ending = readEnding(words, saidBy(verb, preposition));
	const base = verb?.kind === 'act' || verb?.kind === 'particle' ? verb.action : carried;
	const said = ending.action ?? (preposition === 'off' ? 'remove' : base);
	return {
		words: words.slice(0, ending.end),
		action: said === 'remove' ? awayOf(verb, base) : said,
		isList
	};
}

/** "the following: oats, figs": the list behind the colon. */
function withoutAnnouncement(words: readonly Token[]): readonly Token[] {
	const colon = words.findIndex(({ low }) => low === ':');
	return colon >= 0 && isGeneric(words.slice(0, colon)) ? words.slice(colon + 1) : words;
}

function saidBy(verb: Verb | null, preposition: string | null): SaidBy {
	if (verb?.kind === 'particle') return 'particle verb';
	if (preposition !== null) return 'preposition';
	return verb === null ? 'ending' : 'verb';
}

const OWN = new Set(['my', 'our', 'the', 'this', 'that', 'a', 'another']);

/** What "off" means: "cross the bread off" and "mark it off" check it. */
function awayOf(verb: Verb | null, base: ItemAction): ItemAction {
	return base === 'check' || (verb?.kind === 'particle' && verb.off === 'check')
		? 'check'
		: 'remove';
}

function withoutLists(object: readonly Token[]): {
	words: Token[];
	preposition: string | null;
	isList: boolean;
} {
	const words: Token[] = [];
	let preposition: string | null = null;
	let isList = false;
	for (let at = 0; at < object.length;) {
		const token = object[at];
		const list = token?.kind === 'word' ? readListAt(object, at) : null;
		if (list !== null && (list.preposition !== null || words.length > 0)) {
			preposition ??= list.preposition;
			isList ||= list.preposition === null && OWN.has(lowAt(object, at));
			at = list.next;
		} else {
			if (token !== undefined) words.push(token);
			at += 1;
		}
	}
	return { words, preposition, isList };
}
