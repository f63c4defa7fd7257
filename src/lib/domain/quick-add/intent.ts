import type { Clause } from './clauses.ts';
import type { Intent, Nothing } from './reading.ts';
import type { Verb } from './verbs.ts';

/** Why the clauses of a line named nothing to change. */
export function nothingOf(clauses: readonly Clause[]): Nothing {
	const kinds = new Set(clauses.map(({ verb }) => verb?.kind));
	return REASONS.find(([kind]) => kinds.has(kind))?.[1] ?? (kinds.size > 0 ? 'unclear' : 'empty');
}

/** The first that fits is told: "what's on my list, thanks" is a question. */
const REASONS: readonly (readonly [Verb['kind'], Nothing])[] = [
	['ask', 'question'],
	['show', 'question'],
	['elsewhere', 'elsewhere'],
	['manage', 'list'],
	['retract', 'taken-back'],
	['chat', 'chat']
];

/** What several lines ask for together: one item makes the whole a change. */
export function intentOf(reasons: ReadonlySet<Nothing | null>): Intent {
	if (reasons.has(null)) return 'change';
	if (reasons.has('question')) return 'question';
	return [...reasons].every((reason) => reason === 'empty') ? 'empty' : 'manage';
}

/** The reason of the line that says most. */
export function nothingOfAll(reasons: ReadonlySet<Nothing | null>): Nothing | null {
	if (reasons.has(null)) return null;
	return ORDER.find((reason) => reasons.has(reason)) ?? 'empty';
}

const ORDER: readonly Nothing[] = [
	'question',
	'list',
	'elsewhere',
	'taken-back',
	'unclear',
	'chat'
];
