import { jsonLines } from './import-json.ts';
import type { ImportLine } from './import-line.ts';
import { tableLines } from './import-table.ts';

/** UTF-16 units of a text that are taken at once. */
export const MAX_IMPORT_LENGTH = 1_000_000;
/** A list holds a tenth of it; the rest is headings, and what is left out. */
export const MAX_IMPORT_LINES = 10_000;

export type ImportText =
	| { readonly kind: 'lines'; readonly lines: readonly ImportLine[] }
	/** Nothing of it is taken; `why` is a sentence that says what to do. */
	| { readonly kind: 'refused'; readonly why: string };

/**
 * Takes a text apart into lines: plain text, a Markdown check list, CSV with or without names of columns, or JSON. What
 * a line without columns means is for the rules of `quick-add.ts`.
 * @param fileName where it comes from a file; '' for a paste
 */
export function readImportText(text: string, fileName = ''): ImportText {
	if (text.length > MAX_IMPORT_LENGTH) return refuse(tooLong(text.length));
	if (fileName !== '' && text.includes('\0'))
		return refuse(`"${fileName}" is not a text. Save it as text, CSV or JSON, and open that.`);
	const typed = text.replace(/^\ufeff/, '');
	const lines = /^\s*[[{]/.test(typed) ? jsonLines(typed) : null;
	if (lines === null && /\.json$/i.test(fileName))
		return refuse(`"${fileName}" is not whole: what stands in it is no JSON.`);
	if (lines === 'no-list')
		return refuse('This JSON holds no list of items: a list, or a field "items", is looked for.');
	const found = lines ?? tableLines(typed, /\.[ct]sv$/i.test(fileName)) ?? plainLines(typed);
	if (found.length > MAX_IMPORT_LINES) return refuse(tooMany(found.length));
	if (found.every(({ isHeading }) => isHeading)) return refuse('There is no item in this text.');
	return { kind: 'lines', lines: found };
}

const refuse = (why: string): ImportText => ({ kind: 'refused', why });

const inWords = (count: number): string => count.toLocaleString('en-US');
const tooLong = (length: number): string =>
	`This text has ${inWords(length)} characters, and ${inWords(MAX_IMPORT_LENGTH)} are taken at once. Add it in parts.`;
const tooMany = (count: number): string =>
	`This text has ${inWords(count)} lines, and ${inWords(MAX_IMPORT_LINES)} are taken at once. Add it in parts.`;

const BREAK = /\r\n|[\n\r\u0085\u2028\u2029]/;
/** "- [ ] milk", "* [x] eggs", "☑ bread". */
const BOX = /^\s*(?:[-*+•]\s*)?(?:\[([ xX]?)\]|([☐☑✓✔]))\s*(?=\S)/;
/** Rules and ornaments between the lines hold none of these. */
const WORD = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

function plainLines(text: string): ImportLine[] {
	const lines: ImportLine[] = [];
	for (const [at, line] of text.split(BREAK).entries()) {
		if (!WORD.test(line)) continue;
		const box = BOX.exec(line);
		const rest = line.slice(box?.[0].length ?? 0).trim();
		const isDone = /[xX☑✓✔]/.test(box?.[1] ?? box?.[2] ?? '');
		const isHeading = box === null && isHeadingLine(rest);
		lines.push({ number: at + 1, text: rest, isHeading, isDone, fields: null });
	}
	return lines;
}

const MAX_HEADING_LENGTH = 60;

/** "## Dairy" or "For the party:". */
function isHeadingLine(text: string): boolean {
	if (text.length > MAX_HEADING_LENGTH) return false;
	return /^#{1,6}\s/.test(text) || (text.endsWith(':') && !/\d/.test(text));
}
