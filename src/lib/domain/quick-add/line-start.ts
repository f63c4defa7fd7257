import { readOpening } from './openings.ts';
import { phraseList } from './phrases.ts';
import type { Token } from './tokens.ts';
import { readAmountAlone } from './trailing-amount.ts';

/** The first token behind a heading ("Dairy: milk"); the line's end when there is nothing else on it, 0 without one. */
export function skipHeading(line: readonly Token[]): number {
	const at = skipBullets(line, 0);
	if (isHeading(line, at)) return line.length;
	const colon = line.slice(at, at + LONGEST_HEADING + 1).findIndex(({ low }) => low === ':');
	const end = colon < 1 ? skipDashedHeading(line, at) : at + colon + 1;
	if (end === null || line[at]?.kind === 'number' || isRequest(line, at)) return 0;
	// "eggs: 6" is an amount, "For the sauce: 2 onions" a heading.
	return readAmountAlone(line.slice(end, end + LONGEST_AMOUNT)) === null ? end : 0;
}

const LONGEST_AMOUNT = 9;

/** "grocery list - eggs", "costco - napkins" */
function skipDashedHeading(line: readonly Token[], at: number): number | null {
	const end = PLACES.longestAt(line, at)?.next;
	return end !== undefined && /^[-–—]$/.test(line[end]?.low ?? '') ? end + 1 : null;
}

const PLACES = phraseList(
	'{,my }{grocery,shopping} list|list|groceries|walmart|costco|target|aldi|kroger|trader joes|whole foods'
);

/** "remove: oats" says what to do, and is no heading. */
function isRequest(line: readonly Token[], at: number): boolean {
	const kind = readOpening(line, at).verb?.kind;
	return kind === 'act' || kind === 'set' || kind === 'swap';
}

/** "Groceries", "## Dairy", "**Frozen**". */
function isHeading(line: readonly Token[], at: number): boolean {
	if (HEADINGS.longestAt(line, at)?.next === line.length) return true;
	const isMarked = line[0]?.text === '#' && line[1]?.text === '#';
	const isBold = line[0]?.text === '*' && line[1]?.text === '*' && line.at(-1)?.text === '*';
	return isMarked || (isBold && DEPARTMENTS.longestAt(line, at) !== null);
}

const HEADINGS = phraseList('groceries|grocery|shopping|to buy|things to buy');
/** How people head the parts of a list; as an item none of them says what to buy. */
const DEPARTMENTS = phraseList(
	'produce|dairy|meat|meats|meat and seafood|seafood|bakery|deli|frozen|frozen foods|pantry|household|snacks|drinks|beverages|' +
		'canned goods|dry goods|health and beauty|personal care|baby|pets|pet|cleaning|fruit|vegetables|veg|fruit and veg|other|misc'
);

/** Words before the colon of a heading. */
const LONGEST_HEADING = 4;

/** The first token behind bullets, numbers and check boxes that begin at `from`. */
export function skipBullets(line: readonly Token[], from: number): number {
	let at = from;
	for (;;) {
		const next = skipBullet(line, at);
		if (next === at) return at;
		at = next;
	}
}

function skipBullet(line: readonly Token[], at: number): number {
	const token = line[at];
	if (token === undefined || at + 1 >= line.length) return at;
	if (token.low === '[') {
		const close = line[at + 1]?.low === ']' ? at + 1 : at + 2;
		return line[close]?.low === ']' && close + 1 < line.length ? close + 1 : at;
	}
	if (BULLETS.has(token.text)) return at + 1;
	if (
		token.low === '(' &&
		line[at + 2]?.low === ')' &&
		line[at + 1]?.kind === 'number' &&
		at + 3 < line.length
	)
		return at + 3;
	return isOrdinal(line, at) ? at + 2 : at;
}

const BULLETS = new Set(
	'- – — * • · ◦ ▪ ▸ ▹ ► ‣ ⁃ > » → ⇒ # + ☐ ☑ ☒ ✓ ✔ ✅ ✗ ✘ □ ■ ○ ● | , ; .'.split(' ')
);

/** "1." and "2)" number a line; "1.5" is an amount and one token. */
export function isOrdinal(line: readonly Token[], at: number): boolean {
	const mark = line[at + 1];
	const isMark = (mark?.low === '.' || mark?.low === ')') && mark.glued && at + 2 < line.length;
	const counts = line[at]?.kind === 'number' || /^[a-h]$/.test(line[at]?.low ?? '');
	return counts && isMark && line[at + 2]?.glued === false;
}
