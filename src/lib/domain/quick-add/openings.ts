import { lexicon } from './lexicon.ts';
import { readListAt } from './list-names.ts';
import { phraseList } from './phrases.ts';
import type { Token } from './tokens.ts';
import { FILLERS, PLEASANTRIES, SOFT_FILLERS, VERBS, type Verb } from './verbs.ts';

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
		const verb = readVerb(tokens, next);
		const filler = FILLERS.longestAt(tokens, next);
		if (verb !== null && verb.next >= (filler?.next ?? 0)) return verb;
		const list = filler === null ? readListAt(tokens, next) : null;
		const skipped = filler?.next ?? list?.next;
		if (skipped === undefined) break;
		if (list !== null && endsClause(tokens[list.next])) return { verb: SHOW, verbFrom: next, next: list.next };
		next = skipJoiners(tokens, skipped);
	}
	return withoutVerb(tokens, at);
}

/** A list named alone is to be seen. */
const SHOW: Verb = { kind: 'show' };

function endsClause(token: Token | undefined): boolean {
	return token === undefined || token.low === '.' || token.low === '?' || token.low === '!';
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
	while (at < from + MOST_FILLERS && JOINERS.has(tokens[at]?.low ?? '')) at += 1;
	return at;
}

const JOINERS = new Set([',', ';', '.', '!', '?', '-', '–', '—', ':', 'and', 'but', 'so', 'or']);

/** A verb counts only where its object fits; "new potatoes" and "sub rolls" are names. */
function readVerb(tokens: readonly Token[], at: number): Opening | null {
	const found = VERBS.longestAt(tokens, at);
	if (found === null || (lexicon().names.longestAt(tokens, at)?.next ?? 0) > found.next) return null;
	const { value: verb, next } = found;
	if (PLEASANTRIES.longestAt(tokens, at)?.next === next) return endsClause(tokens[next]) ? { verb, verbFrom: at, next } : null;
	const whole = readWholeList(tokens, next);
	if (whole !== null) return onWholeList(verb, tokens, at, whole);
	const isFitting =
		verb.kind === 'manage'
			? false
			: verb.kind === 'set'
				? reaches(tokens, next, AMOUNT_WORDS)
				: verb.kind === 'swap'
					? reaches(tokens, next, SWAP_WORDS)
					: verb.kind === 'particle'
						? reaches(tokens, next, PARTICLES)
						: true;
	return isFitting ? { verb, verbFrom: at, next } : null;
}

/** "clear my list" manages; "update my list with milk" adds; "check my list" asks. */
function onWholeList(verb: Verb, tokens: readonly Token[], at: number, next: number): Opening {
	const follower = UPDATED_WITH.longestAt(tokens, next);
	if (follower !== null && follower.next < tokens.length && verb.kind !== 'show' && verb.kind !== 'ask') {
		return { verb: { kind: 'act', action: 'add' }, verbFrom: at, next: follower.next };
	}
	if (verb.kind === 'show' || verb.kind === 'ask') return { verb, verbFrom: at, next };
	const isLook = tokens[at]?.low === 'check' || tokens[at]?.low === 'get';
	return { verb: { kind: isLook ? 'show' : 'manage' }, verbFrom: at, next };
}

const UPDATED_WITH = phraseList('with|by adding|to include|to have|adding|and add');

/** The list itself, or everything on it, as the object of a verb; null when a thing follows. */
function readWholeList(tokens: readonly Token[], from: number): number | null {
	const all = EVERYTHING.longestAt(tokens, from);
	const list = readListAt(tokens, all?.next ?? from);
	const isBare = list !== null && (all !== null || list.preposition === null);
	if (!isBare) return all !== null && endsObject(tokens[all.next]) ? all.next : null;
	return endsObject(tokens[list.next]) ? list.next : null;
}

const EVERYTHING = phraseList(
	'me|me up|us|everything|everything else|all|all of|all of it|it all|all items|all the items|all of the items|all my items|all my|all the|' +
		'all of my|every item|all items in|all of them|them all|the whole|out|off|up|items|the items|items on|items in|the items on|the items in|all things|the contents of|the contents on|anything|anything on|' +
		'everything on|everything in|everything off|everything from|everything off of|all items on|all items from|all the items on|all the items from'
);

function endsObject(token: Token | undefined): boolean {
	return token === undefined || token.kind === 'mark' || AFTER_OBJECT.has(token.low);
}

const AFTER_OBJECT = new Set(
	'called named titled for from please with now and so then by to adding app thanks completely entirely of again'.split(' ')
);

function reaches(tokens: readonly Token[], from: number, words: ReadonlySet<string>): boolean {
	for (let at = from; at < from + LONGEST_REACH; at += 1) {
		const token = tokens[at];
		if (token === undefined) return false;
		if (words.has(token.low) && at > from) return true;
		if (token.kind === 'number' && words === AMOUNT_WORDS && at > from) return true;
	}
	return false;
}

const LONGEST_REACH = 14;
const AMOUNT_WORDS = new Set('to one two three four five six seven eight nine ten twelve dozen'.split(' '));
const SWAP_WORDS = new Set('for with to by'.split(' '));
const PARTICLES = new Set('off out from as on in to'.split(' '));
