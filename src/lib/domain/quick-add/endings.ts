import type { ItemAction } from './reading.ts';
import { lowAt, type Token } from './tokens.ts';

export interface Ending {
	/** The first token of the ending. */
	readonly end: number;
	/** null when the ending says none. */
	readonly action: ItemAction | null;
}

/**
 * Words at the end that tell the action: "milk off", "bread added", "eggs as bought", "rice is no longer needed". A bare
 * line says so only without a comma: "leeks, ends removed" is a recipe's.
 */
export function readEnding(words: readonly Token[], saidBy: SaidBy): Ending {
	let action: ItemAction | null = null;
	let isPassive = false;
	let end = words.length;
	if (saidBy === 'ending' && words.some(({ low }) => low === ',' || low === '('))
		return { end, action };
	for (; end > 0; end -= 1) {
		const low = lowAt(words, end - 1);
		const said = low === 'out' ? outOf(words, end - 1, saidBy) : ACTIONS.get(low);
		if (said === undefined && !helps(low, action !== null || isPassive, saidBy)) break;
		isPassive ||= PASSIVES.has(low);
		if (NEGATORS.has(low)) action = action === 'add' ? 'remove' : action;
		// "checked off" is checked.
		else if (said !== undefined && (action === null || said === 'check')) action = said;
	}
	return { end, action };
}

/** What tells the action before the ending is read: a verb, one that a particle must follow, the list's preposition, or nothing. */
export type SaidBy = 'verb' | 'particle verb' | 'preposition' | 'ending';

/** "take the milk out" and "milk ran out" */
function outOf(words: readonly Token[], at: number, saidBy: SaidBy): ItemAction | undefined {
	if (saidBy === 'particle verb') return 'remove';
	return OUT_OF_STOCK.has(lowAt(words, at - 1)) ? 'add' : undefined;
}

function helps(low: string, isTold: boolean, saidBy: SaidBy): boolean {
	if (isTold) return HELPERS.has(low) || PASSIVES.has(low) || FOLLOWED.has(low);
	return (
		saidBy !== 'ending' && (HELPERS.has(low) || (saidBy === 'preposition' && PASSIVES.has(low)))
	);
}

const OUT_OF_STOCK = new Set(['is', 'are', 'ran', 'run', 'almost', 'nearly', 'all']);

const ACTIONS = new Map<string, ItemAction>([
	...pairs('off removed deleted unnecessary', 'remove'),
	...pairs('added included gone low needed', 'add'),
	...pairs(
		'bought purchased done completed complete checked ticked crossed got gotten finished',
		'check'
	)
]);

const NEGATORS = new Set(['not', 'longer', 'isnt', 'arent', 'wasnt']);

/** What stands between the thing and the word that tells the action, or behind that word. */
const HELPERS = new Set(
	`is are isnt arent to as be being been get gets put needs need should must has have belongs goes go , and please on
	in there anymore instead`.split(/\s+/)
);
/** "I want the milk taken off my list" */
const PASSIVES = new Set('taken pulled scratched crossed come'.split(' '));
/** Only before such a word no part of the thing: "trash can". */
const FOLLOWED = new Set(
	`can could may will would not no longer almost nearly running run ran already all now completely out was were`.split(
		/\s+/
	)
);

function pairs(words: string, action: ItemAction): [string, ItemAction][] {
	return words.split(' ').map((word) => [word, action]);
}
