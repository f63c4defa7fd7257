import { lowAt, type Token } from './tokens.ts';

/** A number or a range, and the token after it. */
export interface NumberRead {
	readonly value: number;
	readonly max: number | null;
	readonly next: number;
}

/** "2", "1 1/2", "two and a half", "a couple", "2-3", "two or three", or null when no number begins here. */
export function readNumberAt(tokens: readonly Token[], at: number): NumberRead | null {
	const isBetween = lowAt(tokens, at) === 'between';
	const low = readSingleAt(tokens, isBetween ? at + 1 : at);
	if (low === null) return null;
	// "4- to 5-pound"
	const linkAt =
		lowAt(tokens, low.next) === '-' && lowAt(tokens, low.next + 1) === 'to'
			? low.next + 1
			: low.next;
	const link = lowAt(tokens, linkAt);
	if (isBetween ? link !== 'and' : !RANGE_LINKS.has(link)) return { ...low, max: null };
	const high = readSingleAt(tokens, linkAt + 1);
	const isRange = high !== null && high.value > low.value && !isArticle(tokens[linkAt + 1]);
	return isRange ? { value: low.value, max: high.value, next: high.next } : { ...low, max: null };
}

/** "a" and "an" count one, but say less than "one" does. */
export function isArticle(token: Token | undefined): boolean {
	return token?.low === 'a' || token?.low === 'an';
}

/** "and a half", "and 1/2" after a number or after a unit ("a pound and a half"). */
export function readAndFractionAt(tokens: readonly Token[], at: number): Single | null {
	if (tokens[at]?.low !== 'and') return null;
	const afterArticle = isArticle(tokens[at + 1]) ? at + 2 : at + 1;
	const word = FRACTION_WORDS.get(lowAt(tokens, afterArticle));
	if (word !== undefined) return { value: word, next: afterArticle + 1 };
	return readFractionAt(tokens, at + 1);
}

interface Single {
	readonly value: number;
	readonly next: number;
}

function readSingleAt(tokens: readonly Token[], at: number): Single | null {
	const whole = readDigitsAt(tokens, at) ?? readWordsAt(tokens, at);
	if (whole === null || !Number.isInteger(whole.value)) return whole;
	const tail = readAndFractionAt(tokens, whole.next) ?? null;
	// "a and a half" is nothing anybody says, and "a half" is read as words already.
	return tail === null || isArticle(tokens[at])
		? whole
		: { value: whole.value + tail.value, next: tail.next };
}

function readDigitsAt(tokens: readonly Token[], at: number): Single | null {
	const token = tokens[at];
	if (token?.kind !== 'number') return null;
	const dash = tokens[at + 1]?.low === '-' && tokens[at + 1]?.glued === true ? 1 : 0;
	const tail = Number.isInteger(token.value) ? readFractionAt(tokens, at + 1 + dash) : null;
	if (tail === null || (dash === 1 && tokens[at + 2]?.glued === false)) {
		return { value: token.value, next: at + 1 };
	}
	return { value: token.value + tail.value, next: tail.next };
}

function readFractionAt(tokens: readonly Token[], at: number): Single | null {
	const token = tokens[at];
	const isFraction =
		token?.kind === 'number' && token.value > 0 && token.value < 1 && !token.text.includes('.');
	return isFraction ? { value: token.value, next: at + 1 } : null;
}

function readWordsAt(tokens: readonly Token[], at: number): Single | null {
	const low = lowAt(tokens, at);
	if (isArticle(tokens[at])) return readAfterArticle(tokens, at);
	if (low === 'couple') return { value: 2, next: skipOf(tokens, at + 1) };
	const parts = tokens[at]?.kind === 'word' ? low.split('-') : [];
	const [first = '', second = ''] = parts;
	const fraction = FRACTION_WORDS.get(low);
	if (fraction !== undefined) return readLeadingFraction(tokens, at, fraction);
	const tens = TENS.get(first);
	if (tens !== undefined) return readTens(tokens, at, tens, second);
	const small = parts.length === 1 ? SMALL_NUMBERS.get(low) : undefined;
	if (small === undefined) return null;
	return readAfterSmall(tokens, at + 1, small);
}

/** "a couple of", "a half", "a hundred", "a third of a": otherwise the article itself is the number. */
function readAfterArticle(tokens: readonly Token[], at: number): Single | null {
	const next = tokens[at + 1];
	if (next === undefined || VAGUE.has(next.low)) return null;
	if (next.low === 'hundred') return { value: 100, next: at + 2 };
	if (next.low === 'couple') return { value: 2, next: skipOf(tokens, at + 2) };
	const fraction = FRACTION_WORDS.get(next.low);
	if (fraction !== undefined) return readLeadingFraction(tokens, at + 1, fraction);
	return { value: 1, next: at + 1 };
}

/** "half a", "half of a", "quarter": the article belongs to the number, the unit follows. */
function readLeadingFraction(tokens: readonly Token[], at: number, value: number): Single | null {
	// "half and half" is cream.
	if (tokens[at + 1]?.low === 'and') return null;
	const afterOf = skipOf(tokens, at + 1);
	if (isArticle(tokens[afterOf])) return { value, next: afterOf + 1 };
	return { value, next: at + 1 };
}

function readTens(tokens: readonly Token[], at: number, tens: number, hyphenated: string): Single {
	const inside = SMALL_NUMBERS.get(hyphenated) ?? 0;
	const after = SMALL_NUMBERS.get(lowAt(tokens, at + 1)) ?? 10;
	if (hyphenated !== '') return { value: tens + inside, next: at + 1 };
	return after < 10 ? { value: tens + after, next: at + 2 } : { value: tens, next: at + 1 };
}

/** "two hundred", "three quarters of a", "one third". */
function readAfterSmall(tokens: readonly Token[], next: number, value: number): Single {
	const low = lowAt(tokens, next);
	if (low === 'hundred') return { value: value * 100, next: next + 1 };
	const part = FRACTION_WORDS.get(low) ?? FRACTION_WORDS.get(low.replace(/s$/, ''));
	if (part === undefined) return { value, next };
	const afterOf = skipOf(tokens, next + 1);
	return { value: value * part, next: isArticle(tokens[afterOf]) ? afterOf + 1 : next + 1 };
}

function skipOf(tokens: readonly Token[], at: number): number {
	return tokens[at]?.low === 'of' ? at + 1 : at;
}

const RANGE_LINKS = new Set(['-', '–', '—', 'to', 'or', 'through']);

const VAGUE = new Set(['few', 'little', 'bit', 'lot', 'some', 'of', 'and']);

const FRACTION_WORDS = new Map([
	['half', 1 / 2],
	['quarter', 1 / 4],
	['third', 1 / 3],
	['eighth', 1 / 8]
]);

const SMALL_NUMBERS = new Map(
	'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
		.split(' ')
		.map((word, value) => [word, value] as const)
		.slice(1)
);

const TENS = new Map(
	'twenty thirty forty fifty sixty seventy eighty ninety'
		.split(' ')
		.map((word, index) => [word, (index + 2) * 10] as const)
);
