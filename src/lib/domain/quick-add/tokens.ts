import { unitOfWord } from '../unit-words.ts';
import { fold, singular } from './fold.ts';
import { visibleText } from './visible.ts';

/** A word, a number or a mark of one line. Rules speak about tokens, and spans are made of them. */
export interface Token {
	readonly kind: 'word' | 'number' | 'quoted' | 'emoji' | 'mark';
	/** As typed, without invisible characters; the words between the quotes of a quoted one. */
	readonly text: string;
	/** Folded: lower case, no accents, no apostrophes. */
	readonly low: string;
	/** Folded and singular, one entry for each part of a hyphenated word. */
	readonly keys: readonly string[];
	/** What a number is worth; NaN for everything else. */
	readonly value: number;
	/** Position in its line's tokens. */
	readonly index: number;
	readonly start: number;
	readonly end: number;
	/** Nothing stands between this token and the one before it. */
	readonly glued: boolean;
}

/** The lines that hold anything visible, one at a time, so that a reader may stop early. Linear in the text. */
export function* readLines(typed: string): Generator<Token[]> {
	const { text, offsetOf } = visibleText(typed);
	for (const { 0: line, index } of text.matchAll(/[^\n\r\u0085\u2028\u2029]+/g)) {
		const tokens = readTokens(line, index, offsetOf);
		if (tokens.length > 0) yield tokens;
	}
}

/** The folded word at a position; empty past the ends. */
export function lowAt(tokens: readonly Token[], at: number): string {
	return tokens[at]?.low ?? '';
}

/** The end of a line, or a mark that ends a sentence. */
export function isSentenceEnd(token: Token | undefined): boolean {
	return token === undefined || token.low === '.' || token.low === '?' || token.low === '!';
}

function readTokens(line: string, lineStart: number, offsetOf: (index: number) => number): Token[] {
	const tokens: Token[] = [];
	let previousEnd = -1;
	const push = (kind: Token['kind'], text: string, at: number, length = text.length): void => {
		const low = kind === 'mark' ? text : fold(text);
		tokens.push({
			kind,
			text,
			low,
			keys: kind === 'word' ? low.split('-').map(singular) : [low === '&' ? 'and' : low],
			value: kind === 'number' ? valueOf(text) : Number.NaN,
			index: tokens.length,
			start: offsetOf(lineStart + at),
			end: offsetOf(lineStart + at + length - 1) + 1,
			glued: at === previousEnd
		});
		previousEnd = at + length;
	};
	for (const { 0: piece, index, groups = {} } of line.matchAll(PIECE)) {
		if (groups['quoted'] !== undefined && groups['quoted'].trim() !== '') {
			push('quoted', groups['quoted'].trim(), index, piece.length);
		} else if (groups['word'] !== undefined) pushWord(piece, index, push);
		else if (groups['number'] !== undefined) pushNumber(piece, groups['tail'] ?? '', index, push);
		else if (groups['emoji'] !== undefined) push('emoji', piece, index);
		else if (groups['dots'] !== undefined) push('mark', '…', index, piece.length);
		else if (groups['price'] !== undefined) push('word', piece, index);
		else push('mark', piece, index);
	}
	return tokens;
}

type Push = (kind: Token['kind'], text: string, at: number, length?: number) => void;

/** "x2" is a factor. "oz." and "Dr." keep their period, so that every other period ends a sentence. */
function pushWord(piece: string, at: number, push: Push): void {
	if (/^[xX]\d+$/.test(piece)) {
		push('word', piece.slice(0, 1), at);
		push('number', piece.slice(1), at + 1);
	} else if (!piece.endsWith('.') || ABBREVIATIONS.has(fold(piece))) push('word', piece, at);
	else {
		push('word', piece.slice(0, -1), at);
		push('mark', '.', at + piece.length - 1);
	}
}

/** "500g" is a number and a unit; "7up", "2%" and "80/20" are words. */
function pushNumber(piece: string, tail: string, at: number, push: Push): void {
	const digits = piece.slice(0, piece.length - tail.length);
	if (Number.isNaN(valueOf(digits)) || !(tail === '' || isMeasure(fold(tail)))) {
		push('word', piece, at);
		return;
	}
	push('number', digits, at);
	if (tail !== '') pushWord(tail, at + digits.length, push);
}

function isMeasure(tail: string): boolean {
	return GLUED_TO_NUMBERS.has(tail) || unitOfWord(tail) !== undefined;
}

/** NaN for what only looks like a number: the ratio "80/20", a division by nothing, "1,2,3". */
function valueOf(digits: string): number {
	const [over = '', under] = digits.split(/[/⁄]/);
	if (under !== undefined) {
		const isFraction = Number(over) < Number(under) && Number(under) <= LARGEST_DENOMINATOR;
		return isFraction ? Number(over) / Number(under) : Number.NaN;
	}
	const vulgar = VULGAR_FRACTIONS.get(digits.slice(-1));
	const whole = vulgar === undefined ? digits : digits.slice(0, -1);
	const isGrouped = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(whole);
	return Number(whole.replaceAll(',', isGrouped ? '' : '.')) + (vulgar ?? 0);
}

/** Kitchens know sixteenths; "80/20" is a kind of beef. */
const LARGEST_DENOMINATOR = 16;

const VULGAR_FRACTIONS = new Map<string, number>(
	Object.entries({
		'¼': 1 / 4,
		'½': 1 / 2,
		'¾': 3 / 4,
		'⅐': 1 / 7,
		'⅑': 1 / 9,
		'⅒': 1 / 10,
		'⅓': 1 / 3,
		'⅔': 2 / 3,
		'⅕': 1 / 5,
		'⅖': 2 / 5,
		'⅗': 3 / 5,
		'⅘': 4 / 5,
		'⅙': 1 / 6,
		'⅚': 5 / 6,
		'⅛': 1 / 8,
		'⅜': 3 / 8,
		'⅝': 5 / 8,
		'⅞': 7 / 8
	})
);

const GLUED_TO_NUMBERS = new Set(['x', 'ct', 'count', 'fl', 'in', 'inch', 'cm', 'mm']);

const ABBREVIATIONS = new Set(
	'oz ozs lb lbs tsp tsps tbsp tbsps tbs tb tbl t c pkg pkgs pk pt pts qt qts gal gals doz dz fl ml l g gr kg btl ctn pc pcs approx dr mr mrs st jr sm med lg lrg in'.split(
		' '
	)
);

/** Every alternative consumes what it looks at, so the whole scan is linear. */
const PIECE = new RegExp(
	[
		'["“](?<quoted>[^"“”]*)["”]',
		'(?<number>(?:\\d+(?:[.,]\\d+)*(?:[/⁄]\\d+)?[¼-¾⅐-⅞]?|\\.\\d+|[¼-¾⅐-⅞]))(?<tail>%|"|[\\p{L}][\\p{L}\'’]*\\.?)?',
		"(?<word>[\\p{L}\\p{M}](?:[\\p{L}\\p{M}\\p{N}'’ʼ®™©]|-(?=[\\p{L}\\p{N}])|\\.(?=\\p{N})|(?<![\\p{L}\\p{N}]{3})&(?=\\p{L}))*\\.?)",
		'(?<emoji>(?![®™©])\\p{Extended_Pictographic}(?:\\ufe0f|\\u200d\\p{Extended_Pictographic}|[\\u{1f3fb}-\\u{1f3ff}])*|\\p{RI}\\p{RI})',
		'(?<dots>\\.{2,}|…)',
		'(?<price>[$£€]\\d+(?:[.,]\\d+)*)',
		'\\S'
	].join('|'),
	'gu'
);
