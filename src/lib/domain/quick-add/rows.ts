import { skipHeading, skipBullets, isOrdinal } from './line-start.ts';
import { lowAt, type Token } from './tokens.ts';

/**
 * The rows of one line without bullets, numbers and headings: mostly one, none for a bare heading, several for
 * "1. milk 2. eggs" and "- milk - eggs - bread", which a paste has put on one line.
 */
export function readRows(line: readonly Token[]): readonly (readonly Token[])[] {
	const from = skipHeading(line);
	const starts = numberedStarts(line, from) ?? dashedStarts(line, from) ?? [from];
	return starts
		.map((start, index) =>
			withoutParentheses(line.slice(skipBullets(line, start), starts[index + 1]))
		)
		.filter((row) => row.length > 0);
}

/** "1. milk 2. eggs": at least two numbers, in order. */
function numberedStarts(line: readonly Token[], from: number): number[] | null {
	const starts: number[] = [];
	for (let at = from; at < line.length; at += 1) {
		if (isOrdinal(line, at) && line[at]?.value === starts.length + 1) starts.push(at);
		if (at === from && starts.length === 0) return null;
	}
	return starts.length > 1 ? starts : null;
}

/** "- milk - eggs - bread"; a single dash more belongs to "- 2 carrots - shredded". */
function dashedStarts(line: readonly Token[], from: number): number[] | null {
	const starts: number[] = [];
	for (let at = from; at < line.length; at += 1) {
		const isDash = lowAt(line, at) === '-' && line[at + 1]?.glued === false;
		if (isDash) starts.push(at);
		else if (at === from) return null;
	}
	return starts.length > 2 ? starts : null;
}

/** A row that stands in parentheses as a whole. */
function withoutParentheses(row: readonly Token[]): readonly Token[] {
	const isWhole =
		lowAt(row, 0) === '(' && row.findIndex(({ low }) => low === ')') === row.length - 1;
	return isWhole ? row.slice(1, -1) : row;
}
