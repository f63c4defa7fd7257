import { phraseList } from './phrases.ts';
import { readOpening, type Opening } from './openings.ts';
import { lowAt, isSentenceEnd, type Token } from './tokens.ts';
import type { Verb } from './verbs.ts';

/** A stretch of a line with one verb or none. */
export interface Clause {
	readonly verb: Verb | null;
	/** The words of the verb, for its span. */
	readonly said: readonly Token[];
	readonly object: readonly Token[];
}

/** Cuts a line into clauses; what only explains ("if it's not there", "cause i'm out") is left out. */
export function readClauses(tokens: readonly Token[]): Clause[] {
	const clauses: Clause[] = [];
	for (let at = 0; at < tokens.length;) {
		const opening = readOpening(tokens, at);
		const end = isFollowedByVerb(tokens, opening) ? opening.next : findEnd(tokens, opening);
		clauses.push({
			verb: opening.verb,
			said: opening.verb === null ? [] : tokens.slice(opening.verbFrom, opening.next),
			object: tokens.slice(opening.next, end)
		});
		at = Math.max(skipTail(tokens, end), opening.next, at + 1);
	}
	return clauses;
}

/** "no wait, add bread" and "scratch that, get bread" hold two verbs in a row. */
function isFollowedByVerb(tokens: readonly Token[], { verb, next }: Opening): boolean {
	const mayBeFollowed = verb?.kind === 'correct' || verb?.kind === 'retract';
	return mayBeFollowed && readOpening(tokens, next).verb !== null;
}

function findEnd(tokens: readonly Token[], opening: Opening): number {
	let depth = 0;
	for (let at = opening.next; at < tokens.length; at += 1) {
		const low = lowAt(tokens, at);
		if (low === '(') depth += 1;
		else if (low === ')') depth = 0;
		else if (depth === 0 && endsClause(tokens, at, opening)) return at;
	}
	return tokens.length;
}

function endsClause(tokens: readonly Token[], at: number, { verb, next }: Opening): boolean {
	const low = lowAt(tokens, at);
	if (low === ';' || isSentenceEnd(tokens[at])) return true;
	if (tokens[at]?.kind === 'quoted') return false;
	const isAsking = verb?.kind === 'ask' || verb?.kind === 'show';
	if (BREAKS.has(low)) return isCommand(readOpening(tokens, at + 1));
	if (low === 'and' || low === 'or') return verb?.kind !== 'ask' && endsAtAnd(tokens, next, at);
	if ((at > next || (verb !== null && !isAsking)) && isTail(tokens, at)) return true;
	const starters = isAsking ? ASKING_STARTERS : STARTERS;
	const isPlea = isAsking && PLEAS.has(low) && tokens[at - 1]?.low === 'list';
	if (at > next && (starters.has(low) || isPlea)) return isCommand(readOpening(tokens, at));
	const correction = at > next && MARKERS.has(low) ? readOpening(tokens, at).verb : null;
	return correction?.kind === 'correct' || correction?.kind === 'retract';
}

const BREAKS = new Set([',', '…', 'but', 'then', 'so']);
/** Words that begin a new request even where no comma was said. */
const STARTERS = new Set(
	'i im we can could please would will ive weve add remove delete'.split(' ')
);
const ASKING_STARTERS = new Set('can could please would will'.split(' '));
/** "is rice on my list add it": behind the list, the question is over. */
const PLEAS = new Set(['add', 'put']);
const MARKERS = new Set(
	'no wait actually sorry oops scratch nevermind never make rather'.split(' ')
);

/** "milk added and eggs removed", "water on my list and beer off it": each side says its own action. */
function endsAtAnd(tokens: readonly Token[], from: number, at: number): boolean {
	const before = lowAt(tokens, at - 1);
	if (isCommand(readOpening(tokens, at + 1))) return true;
	if (PARTICIPLES.has(before)) return !hasPause(tokens, from, at);
	return before === 'list' && at - 1 > from;
}

/** A comma or a parenthesis means a recipe's "leeks, ends removed"; the loop stops at the first. */
function hasPause(tokens: readonly Token[], from: number, to: number): boolean {
	for (let at = from; at < to; at += 1) {
		const low = tokens[at]?.low;
		if (low === ',' || low === '(') return true;
	}
	return false;
}

const PARTICIPLES = new Set(['added', 'removed', 'deleted']);

function isCommand({ verb }: Opening): boolean {
	return verb !== null && verb.kind !== 'ask' && verb.kind !== 'show';
}

function isTail(tokens: readonly Token[], at: number): boolean {
	return TAILS.longestAt(tokens, at) !== null && !NOT_TAILS.longestAt(tokens, at);
}

/** A tail explains, unless a command follows in it: "if not please add it". */
function skipTail(tokens: readonly Token[], at: number): number {
	if (!isTail(tokens, at) || isCommand(readOpening(tokens, at))) return at;
	let end = at + 1;
	while (!isSentenceEnd(tokens[end]) && !PAUSES.has(lowAt(tokens, end))) end += 1;
	return end;
}

const PAUSES = new Set([',', ';']);

const TAILS = phraseList(
	'if|unless|because|cause i|cause im|cause we|cause were|cause its|cuz|cos i|since i|since we|since im|since its|as i|as we|as im|' +
		'when i|when we|when you|while i|while im|while we|in case|before i|before we|so i|so we|so that|so it|due to|it is not|its not|' +
		'for {me,us}|as well|that would be|thatd be|thanks|thank you|thx|if you {can,could,would,dont}|{i,we} {,already }have'
);

const NOT_TAILS = phraseList(
	'as well as|if desired|if needed|if using|if possible|if necessary|if available|if you like|if wanted|{i,we} have {no,to}'
);
