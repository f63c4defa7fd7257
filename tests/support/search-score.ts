import { readFileSync } from 'node:fs';

/** A query, and which first answer is right: its name fits `accept` and not `reject`, whatever the case. */
export interface SearchQuery {
	readonly query: string;
	readonly accept: string;
	readonly reject: string;
}

export interface SearchScore {
	readonly right: number;
	readonly of: number;
	/** Of the queries that some product answers rightly: those that were answered by another. */
	readonly missed: readonly string[];
}

export function readQueries(file: string): readonly SearchQuery[] {
	return JSON.parse(readFileSync(file, 'utf8')) as SearchQuery[];
}

/** How often the first answer is right. */
export function scoreOf(
	queries: readonly SearchQuery[],
	first: (query: string) => string | undefined,
	names: readonly string[]
): SearchScore {
	const answers = queries.map((one) => ({ ...one, name: first(one.query) ?? '' }));
	const wrong = answers.filter((one) => !isRight(one, one.name));
	const missed = wrong
		.filter((one) => names.some((name) => isRight(one, name)))
		.map(({ query, name }) => `${query} → ${name}`);
	return { right: answers.length - wrong.length, of: answers.length, missed };
}

function isRight({ accept, reject }: SearchQuery, name: string): boolean {
	return (
		new RegExp(accept, 'i').test(name) && (reject === '' || !new RegExp(reject, 'i').test(name))
	);
}
