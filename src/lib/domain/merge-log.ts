import type { Item } from './item.ts';
import type { List, ListPatch } from './list.ts';
import { formatMoney } from './money.ts';
import type { ItemPatch } from './mutation-args.ts';
import { formatQuantity } from './quantity.ts';
import type { Stamp } from './row.ts';
import { LOST, lostStamp } from './stamps.ts';
import type { Mutation } from './undo.ts';

const FIELDS = [
	...(['name', 'quantity', 'note', 'checked', 'productId'] as const),
	...(['budgetCents', 'taxBasisPoints', 'store'] as const)
];
type Field = (typeof FIELDS)[number];
/** What decided: a field, or whether the row stays. */
type MergeKind = Field | 'kept' | 'gone' | 'twin';

/** One thing that two people did to a row without seeing each other, and what became of it. */
export interface Merge {
	readonly listId: string;
	/** The row's name as it is now. */
	readonly name: string;
	readonly what: MergeKind;
	/** Whose act stands, and whose does not: clients, or the people behind them. */
	readonly winner: string;
	readonly loser: string;
	/** In words, where there is something to say; '' where there is not, or where it is not known here. */
	readonly won: string;
	readonly lost: string;
}

/**
 * What was merged in a row, read off its stamps, by a device that hears of it.
 * @param before what the device knew; undefined for a row that is new here
 * @param sent its own acts that the answer confirms, for what they said
 * @param clientId the device itself
 */
export function mergesIn(
	before: Item | List | undefined,
	after: Item | List,
	sent: readonly Mutation[],
	clientId: string
): Merge[] {
	const { listId, name } = after;
	const about = { listId, name, won: '', lost: '' } as const;
	const mine = sent.filter((mutation) => isAbout(mutation, after));
	const merges: Merge[] = [];
	for (const field of FIELDS) {
		const loser = newLoss(before, after, field, clientId);
		if (!loser) continue;
		// A new name brings its product along, so the contest was about the name.
		if (field === 'productId' && merges.some(({ what }) => what === 'name')) continue;
		const winner = (after.stamps[field] ?? after.stamps.$)[2];
		const won = valueOf(after, field);
		const lost = lostValue(before, mine, field, loser, clientId);
		merges.push({ ...about, what: field, winner, loser: loser[2], won, lost });
	}
	const lifeLoser = newLoss(before, after, 'deletedAt', clientId);
	if (lifeLoser) {
		const what = after.deletedAt === null ? 'kept' : 'gone';
		merges.push({ ...about, what, winner: lastWriter(after), loser: lifeLoser[2] });
	}
	const deleter = after.stamps['deletedAt']?.[2];
	if ('mergedInto' in after && after.mergedInto !== null && mine.length > 0)
		merges.push({ ...about, what: 'twin', winner: '', loser: clientId });
	else if (
		after.deletedAt !== null &&
		deleter !== undefined &&
		deleter !== clientId &&
		mine.some((mutation) => CHANGES.has(mutation.name))
	)
		merges.push({ ...about, what: 'gone', winner: deleter, loser: clientId });
	return merges;
}

/**
 * A merge as a sentence: "Ben’s rename won over yours: “Oat milk”, not “Milk”."
 * @param nameOf what a winner or loser is called; null for the person who reads it
 */
export function mergeToSentence(
	{ name, what, winner, loser, won, lost }: Merge,
	nameOf: (who: string) => string | null
): string {
	const first = nameOf(winner);
	const second = nameOf(loser);
	const whose = first === null ? 'Your' : `${first}’s`;
	const over = second === null ? 'yours' : `${second}’s`;
	const who = first ?? 'you';
	const words = won === '' ? '' : lost === '' ? `: ${won}` : `: ${won}, not ${lost}`;
	switch (what) {
		case 'name':
			return `${whose} rename won over ${over}${words}.`;
		case 'quantity':
			return `${whose} amount of ${name} won over ${over}${words}.`;
		case 'note':
			return `${whose} note on ${name} won over ${over}${words}.`;
		case 'checked':
			return `${whose} tick on ${name} won over ${over}.`;
		case 'productId':
			return `${whose} choice for ${name} won over ${over}.`;
		case 'budgetCents':
			return `${whose} budget of ${name} won over ${over}${words}.`;
		case 'taxBasisPoints':
			return `${whose} tax rate of ${name} won over ${over}.`;
		case 'store':
			return `${whose} store of ${name} won over ${over}${words}.`;
		case 'kept':
			return `${name} stays: ${who} changed it while ${second ?? 'you'} deleted it.`;
		case 'gone':
			return `${capital(who)} deleted ${name}, and ${second === null ? 'your' : `${second}’s`} change went with it.`;
		case 'twin':
			return `${name} was added twice. It is one line now, with the larger amount.`;
	}
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Whether somebody lost a contest of one of its fields. */
export const hasLoss = ({ stamps }: Item | List): boolean =>
	Object.keys(stamps).some((field) => field.startsWith(LOST));

/** What somebody would miss if the row they did it to is gone. */
const CHANGES: ReadonlySet<string> = new Set(['item.set', 'item.step', 'list.rename', 'list.set']);

function isAbout({ args }: Mutation, row: Item | List): boolean {
	return 'id' in args ? args.id === row.id : args.listId === row.id;
}

/** A loss that this device has not told. Of a row that is new to it, only its own losses are news. */
function newLoss(
	before: Item | List | undefined,
	after: Item | List,
	field: string,
	clientId: string
): Stamp | null {
	const loss = lostStamp(after, field);
	if (!loss || (!before && loss[2] !== clientId)) return null;
	const known = before && lostStamp(before, field);
	return known && known[0] === loss[0] && known[2] === loss[2] ? null : loss;
}

/** Said by the act itself where it was this device's, else by the row as it was. */
function lostValue(
	before: Item | List | undefined,
	mine: readonly Mutation[],
	field: Field,
	loser: Stamp,
	clientId: string
): string {
	if (loser[2] === clientId) {
		const patches = mine.flatMap(({ name, args }) =>
			name === 'item.set' || name === 'list.set'
				? [args.patch]
				: name === 'list.rename'
					? [{ name: args.name }]
					: []
		);
		const patch = patches.findLast((candidate: Values) => candidate[field] !== undefined);
		if (patch) return valueOf(patch, field);
	}
	return before?.stamps[field]?.[0] === loser[0] ? valueOf(before, field) : '';
}

/** What a row says, or a change of it. */
type Values = ItemPatch & ListPatch;

/** A value as it is quoted; '' for what has no words. */
function valueOf(row: Values, field: Field): string {
	if (field === 'name') return `“${row.name ?? ''}”`;
	if (field === 'note') return row.note ? `“${row.note}”` : '';
	if (field === 'store') return row.store ? `“${row.store}”` : '';
	if (field === 'budgetCents') return row.budgetCents ? formatMoney(row.budgetCents) : '';
	return field === 'quantity' && row.quantity ? formatQuantity(row.quantity) : '';
}

/** Whoever wrote the row last: what they did is why it was kept. */
function lastWriter({ stamps }: Item | List): string {
	const acts = Object.entries(stamps).filter(([field]) => !field.startsWith(LOST));
	const [, last] = acts.reduce((newest, act) => (act[1][0] > newest[1][0] ? act : newest));
	return last[2];
}
