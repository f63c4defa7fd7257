import { PENDING_REV } from '#lib/domain/row.ts';
import { createMemoryRows, type MemoryRows } from '#lib/domain/memory-rows.ts';
import { salvageChoice, salvageItem, salvageList, salvageOwnPrice } from '#lib/domain/salvage.ts';
import { MAX_SALVAGE_ROWS, type SalvageOffer } from '#lib/protocol/salvage.ts';
import type { Base } from './apply-answer.ts';
import type { OfferedRow } from './db.ts';

// What a device holds of a timeline that has ended, and offers back. Loaded when there is such a thing.

/** One request's share, as UTF-8. */
const MAX_OFFER_BYTES = 64 * 1024;
const UNTIL_TOLD = { rev: PENDING_REV, now: Infinity };

/** The base of the timeline that ends now, with what an earlier one left unsent: of two rows, field by field the later. */
export function toOffered(base: Base, unsent: readonly OfferedRow[]): OfferedRow[] {
	const rows = createMemoryRows();
	for (const list of base.lists) rows.put('lists', list);
	for (const item of base.items) rows.put('items', item);
	for (const price of base.ownPrices) rows.put('ownPrices', price);
	for (const choice of base.choices) rows.put('choices', choice);
	drawOffered(rows, unsent);
	const before = unsent.flatMap((one) => (one.table === 'members' ? [one.row] : []));
	const active = [...before, ...base.members].filter((member) => member.active);
	const members = new Map(active.map((member) => [member.id, member]));
	return [
		...[...rows.lists.values()].map(
			(row) => ({ key: keyOf('lists', row), table: 'lists', row }) as const
		),
		...[...members.values()].map(
			(row) => ({ key: keyOf('members', row), table: 'members', row }) as const
		),
		...[...rows.items.values()].map(
			(row) => ({ key: keyOf('items', row), table: 'items', row }) as const
		),
		...[...rows.ownPrices.values()].map(
			(row) => ({ key: keyOf('ownPrices', row), table: 'ownPrices', row }) as const
		),
		...[...rows.choices.values()].map(
			(row) => ({ key: keyOf('choices', row), table: 'choices', row }) as const
		)
	];
}

/** Shows offered rows in a view, as the server will once it has looked at them. */
export function drawOffered(rows: MemoryRows, offered: readonly OfferedRow[]): void {
	for (const { table, row } of offered) {
		if (table === 'lists') salvageList(rows, row, UNTIL_TOLD);
		if (table === 'items') salvageItem(rows, row, UNTIL_TOLD);
		if (table === 'ownPrices') salvageOwnPrice(rows, row, UNTIL_TOLD);
		if (table === 'choices') salvageChoice(rows, row, UNTIL_TOLD);
	}
}

/** The next rows to offer: a list with its people, then what is on it, as much as fits. */
export function nextOffer(offered: readonly OfferedRow[]): SalvageOffer {
	const sorted = offered.toSorted(byList);
	const encoder = new TextEncoder();
	let bytes = 0;
	const overflow = sorted.findIndex(({ row }, i) => {
		bytes += encoder.encode(JSON.stringify(row)).length + 1;
		return i >= MAX_SALVAGE_ROWS || bytes > MAX_OFFER_BYTES;
	});
	const next = sorted[overflow];
	// The list is made anew with the people who come with it, so those are not cut apart.
	const isAmongPeople = next?.table === 'members';
	const end = isAmongPeople
		? sorted.findIndex(({ row }) => row.listId === next.row.listId)
		: overflow;
	const rows = overflow === -1 ? sorted : sorted.slice(0, end);
	return {
		lists: rowsOf(rows, 'lists'),
		members: rowsOf(rows, 'members'),
		items: rowsOf(rows, 'items'),
		ownPrices: rowsOf(rows, 'ownPrices'),
		choices: rowsOf(rows, 'choices')
	};
}

/** The keys under which the rows of an offer are kept. */
export const keysOf = (offer: SalvageOffer): string[] =>
	TABLES.flatMap((table) => (offer[table] as { id: string }[]).map((row) => keyOf(table, row)));

const TABLES = ['lists', 'members', 'items', 'ownPrices', 'choices'] as const;

const rowsOf = (offered: readonly OfferedRow[], table: OfferedRow['table']) =>
	offered.filter((one) => one.table === table).map(({ row }) => row);

const keyOf = (table: OfferedRow['table'], { id }: { readonly id: string }): string =>
	`${table}:${id}`;

function byList(a: OfferedRow, b: OfferedRow): number {
	if (a.row.listId !== b.row.listId) return a.row.listId < b.row.listId ? -1 : 1;
	return TABLES.indexOf(a.table) - TABLES.indexOf(b.table);
}
