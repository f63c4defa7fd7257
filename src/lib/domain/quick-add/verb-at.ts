import { lexicon } from './lexicon.ts';
import { readAmount } from './amount.ts';
import { isGeneric } from './generic.ts';
import { readListAt } from './list-names.ts';
import { readNumberAt } from './numbers.ts';
import { phraseList } from './phrases.ts';
import { lowAt, isSentenceEnd, type Token } from './tokens.ts';
import { VERBS, type Verb } from './verbs.ts';

export interface VerbRead {
	readonly verb: Verb;
	/** The first token of its object. */
	readonly next: number;
}

/** The verb that begins at `at`, where its object fits it: "new potatoes" and "sub rolls" are names. */
export function readVerbAt(tokens: readonly Token[], at: number): VerbRead | null {
	const found = VERBS.longestAt(tokens, at);
	if (found === null || (lexicon().names.longestAt(tokens, at)?.next ?? 0) > found.next)
		return null;
	const { value: verb, next } = found;
	if (isWish(tokens, at, next)) return { verb: { kind: 'act', action: 'add' }, next };
	if (verb.kind === 'manage' && takesOffList(tokens, next))
		return { verb: { kind: 'act', action: 'remove' }, next };
	const list = readWholeList(tokens, next);
	if (list !== null) return onWholeList(tokens, found.next, verb, list);
	return isFitting(tokens, verb, at, next) ? { verb, next } : null;
}

/** "give me two lemons", said as in a shop. */
function isWish(tokens: readonly Token[], at: number, next: number): boolean {
	return (
		lowAt(tokens, at) === 'give' &&
		readNumberAt(tokens, next) !== null &&
		readWholeList(tokens, next) === null
	);
}

/** "clear the oats from my list": not the list is cleared. */
function takesOffList(tokens: readonly Token[], from: number): boolean {
	for (let at = from + 1; at < from + LONGEST_REACH; at += 1) {
		if (AWAY.has(lowAt(tokens, at)))
			return readListAt(tokens, at) !== null && readWholeList(tokens, from) === null;
	}
	return false;
}

const AWAY = new Set(['off', 'from']);

function isFitting(tokens: readonly Token[], verb: Verb, at: number, next: number): boolean {
	switch (verb.kind) {
		case 'manage':
			return isSentenceEnd(tokens[next]) || isGeneric(tokens.slice(next, next + LONGEST_GENERIC));
		case 'chat':
			return isSentenceEnd(tokens[next]);
		case 'set':
			return reaches(tokens, next, AMOUNT_WORDS) || reachesNumber(tokens, next);
		case 'swap':
			return reaches(tokens, next, SWAP_WORDS);
		case 'particle':
			return reaches(tokens, next, PARTICLES);
		case 'act':
		case 'ask':
		case 'show':
		case 'elsewhere':
		case 'retract':
			return true;
		case 'correct':
			return next - at > 1 || tokens[at]?.low !== 'no' || followsNo(tokens, next);
	}
}

/** "no, turkey", "no three" and "no" alone; "no salt tortilla chips" are chips. */
function followsNo(tokens: readonly Token[], next: number): boolean {
	return (
		isSentenceEnd(tokens[next]) ||
		tokens[next]?.low === ',' ||
		readAmount(tokens.slice(next, next + 8)) !== null
	);
}

/** "clear my list" manages; "update my list with milk" adds; "check my list" asks. */
function onWholeList(
	tokens: readonly Token[],
	verbEnd: number,
	verb: Verb,
	next: number
): VerbRead {
	if (LEAVES_LIST_ALONE.has(verb.kind)) return { verb, next };
	const said = lowAt(tokens, verbEnd - 1);
	const filled = SENDERS.has(said) ? null : FILLED_WITH.longestAt(tokens, next);
	if (filled !== null && filled.next < tokens.length) {
		return { verb: { kind: 'act', action: 'add' }, next: filled.next };
	}
	return { verb: { kind: LOOKS.has(said) ? 'show' : 'manage' }, next };
}

const LEAVES_LIST_ALONE: ReadonlySet<Verb['kind']> = new Set(['show', 'ask', 'elsewhere', 'chat']);

const FILLED_WITH = phraseList('with|by adding|to include|to have|adding|and add');
/** "share my list with sam": who follows is no item. */
const SENDERS = new Set(['share', 'send', 'email', 'text']);
const LOOKS = new Set(['check', 'get', 'bring']);

/** The list itself, or everything on it, as the object of a verb; null when a thing follows. */
function readWholeList(tokens: readonly Token[], from: number): number | null {
	const all = EVERYTHING.longestAt(tokens, from);
	const list = readListAt(tokens, all?.next ?? from);
	if (list === null || (all === null && list.preposition !== null)) {
		return all !== null &&
			NAMES_ALL.longestAt(tokens, from) !== null &&
			endsObject(tokens[all.next])
			? all.next
			: null;
	}
	return endsObject(tokens[list.next]) ? list.next : null;
}

const ALL =
	'everything|everything else|all|all of|all of it|it all|all items|all the items|all of the items|all my items|every item|all of them|' +
	'them all|the whole thing|this thing|items|the items|all things|anything';
const NAMES_ALL = phraseList(ALL);
/** What may stand between a verb and the list: "clear out all the items on". */
const EVERYTHING = phraseList(
	`${ALL}|me|me up|us|out|off|up|all my|all the|all of my|the whole|items on|items in|the items on|the items in|the contents of|` +
		'the contents on|anything on|everything on|everything in|everything off|everything from|everything off of|all items on|' +
		'all items in|all items from|all the items on|all the items from'
);

function endsObject(token: Token | undefined): boolean {
	return token === undefined || token.kind === 'mark' || AFTER_OBJECT.has(token.low);
}

const AFTER_OBJECT = new Set(
	`called named titled for from please with now and so then by to adding app thanks completely entirely of again in on
	anymore clean up one two three number`.split(/\s+/)
);

/** Whether one of the words stands soon after the first word of the object. */
function reaches(tokens: readonly Token[], from: number, words: ReadonlySet<string>): boolean {
	return tokens.slice(from + 1, from + LONGEST_REACH).some(({ low }) => words.has(low));
}

/** "undo the last two changes" */
const LONGEST_GENERIC = 6;

function reachesNumber(tokens: readonly Token[], from: number): boolean {
	return tokens.slice(from + 1, from + LONGEST_REACH).some(({ kind }) => kind === 'number');
}

const LONGEST_REACH = 14;
const AMOUNT_WORDS = new Set(
	'to one two three four five six seven eight nine ten twelve dozen'.split(' ')
);
const SWAP_WORDS = new Set('for with to by'.split(' '));
const PARTICLES = new Set('off out from as on in to done bought'.split(' '));
