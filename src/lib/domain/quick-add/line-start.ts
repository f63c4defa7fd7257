import { phraseList } from './phrases.ts';
import type { Token } from './tokens.ts';
import { readAmountAlone } from './trailing-amount.ts';

/** A line without its bullet, number or check box; empty when it is only a heading ("Produce:"). */
export function withoutLineStart(line: readonly Token[]): readonly Token[] {
	const at = skipBullets(line);
	if (line[at]?.low === '(' && line.findIndex(({ low }) => low === ')') === line.length - 1) {
		return line.slice(at + 1, -1);
	}
	if (isHeading(line, at)) return [];
	const colon = line.slice(at, at + LONGEST_HEADING + 1).findIndex(({ low }) => low === ':');
	if (colon < 1) return line.slice(at);
	const next = line[at + colon + 1];
	// "eggs: 6" is an amount, "Dairy: milk, eggs" a heading.
	if (
		next?.kind === 'number' &&
		readAmountAlone(line.slice(at + colon + 1, at + colon + 10)) !== null
	)
		return line.slice(at);
	return line.slice(at + colon + 1);
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

function skipBullets(line: readonly Token[]): number {
	let at = 0;
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
function isOrdinal(line: readonly Token[], at: number): boolean {
	const mark = line[at + 1];
	const isMark = (mark?.low === '.' || mark?.low === ')') && mark.glued && at + 2 < line.length;
	const counts = line[at]?.kind === 'number' || /^[a-h]$/.test(line[at]?.low ?? '');
	return counts && isMark && line[at + 2]?.glued === false;
}
