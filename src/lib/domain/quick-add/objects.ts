import { readListAt } from './list-names.ts';
import type { ItemAction } from './reading.ts';
import { lowAt, type Token } from './tokens.ts';
import type { Clause } from './clauses.ts';

/** What a clause acts on, without the words about the list and the action. */
export interface ClauseObject {
	readonly words: readonly Token[];
	readonly action: ItemAction;
}

export function readObject({ verb, object }: Clause, carried: ItemAction): ClauseObject {
	const { words, preposition } = withoutLists(object);
	const ending = trimEnding(words, verb === null && preposition === null);
	const base = verb?.kind === 'act' || verb?.kind === 'particle' ? verb.action : carried;
	const said = ending.action ?? (preposition === 'off' ? 'remove' : base);
	// "cross the bread off" checks it, because the verb has said so.
	const action = base === 'check' && said === 'remove' ? 'check' : said;
	return { words: words.slice(0, ending.end), action };
}

function withoutLists(object: readonly Token[]): { words: Token[]; preposition: string | null } {
	const words: Token[] = [];
	let preposition: string | null = null;
	for (let at = 0; at < object.length;) {
		const token = object[at];
		const list = token?.kind === 'word' ? readListAt(object, at) : null;
		if (list !== null && (list.preposition !== null || words.length > 0)) {
			preposition ??= list.preposition;
			at = list.next;
		} else {
			if (token !== undefined) words.push(token);
			at += 1;
		}
	}
	return { words, preposition };
}

/**
 * Words at the end that tell the action: "milk off", "bread added", "eggs as bought". A bare line says so only without a
 * comma: "leeks, ends removed" is a recipe's.
 */
function trimEnding(
	words: readonly Token[],
	isBare: boolean
): { end: number; action: ItemAction | null } {
	let action: ItemAction | null = null;
	let end = words.length;
	if (isBare && words.some(({ low }) => low === ',' || low === '(')) return { end, action };
	for (; end > 0; end -= 1) {
		const said = ENDINGS.get(lowAt(words, end - 1));
		if (said === undefined || (isBare && said === null && action === null)) break;
		action ??= said;
	}
	return { end, action };
}

const ENDINGS = new Map<string, ItemAction | null>([
	...pairs('off removed deleted', 'remove'),
	...pairs('added included out gone low', 'add'),
	...pairs('bought purchased done completed', 'check'),
	...pairs(
		'is are isnt arent be to as being been get gets put needs need should must has have belongs goes go , and please on in there',
		null
	)
]);

function pairs(words: string, action: ItemAction | null): [string, ItemAction | null][] {
	return words.split(' ').map((word) => [word, action]);
}
