import { createMemoryRows, type MemoryRows } from '#lib/domain/memory-rows.ts';
import { replay } from '#lib/domain/replay.ts';
import type { Table } from '#lib/domain/row.ts';
import type { OfferedRow, OutboxEntry } from './db.ts';
import type { Stored } from './replica-storage.ts';

/** The rows that changed, by their ids. */
export type ReplicaChange = { readonly [T in Table]: ReadonlySet<string> };

/** Collects which rows of a view changed, until somebody tells of them. */
export class Touched {
	#rows = noRows();

	readonly add: OnChange = (table, id) => void this.#rows[table].add(id);

	take(): ReplicaChange {
		const change = this.#rows;
		this.#rows = noRows();
		return change;
	}
}

const noRows = () => ({
	lists: new Set<string>(),
	items: new Set<string>(),
	ownPrices: new Set<string>(),
	choices: new Set<string>()
});

type OnChange = (table: Table, id: string) => void;

export type DrawOffered = (rows: MemoryRows, offered: readonly OfferedRow[]) => void;

/**
 * What the screen shows: the outbox replayed over the base, and what is not on the disk last.
 * @param drawOffered puts what is offered back under the outbox; null where there is none
 * @param onChange hears of every row that is put later
 */
export function drawRows(
	{ lists, items, ownPrices, choices, offered, outbox, meta }: Stored,
	unsaved: readonly OutboxEntry[],
	drawOffered: DrawOffered | null,
	onChange?: OnChange
): MemoryRows {
	let isDrawn = false;
	const rows = createMemoryRows((table, id) => {
		if (isDrawn) onChange?.(table, id);
	});
	for (const list of lists.values()) rows.put('lists', list);
	for (const item of items.values()) rows.put('items', item);
	for (const price of ownPrices.values()) rows.put('ownPrices', price);
	for (const choice of choices.values()) rows.put('choices', choice);
	drawOffered?.(rows, offered);
	for (const entry of [...outbox, ...unsaved]) replay(rows, entry, meta.clientId);
	isDrawn = true;
	return rows;
}

/** Names every row that came, went, or is another one now. */
export function forEachChanged(before: MemoryRows, after: MemoryRows, onChange: OnChange): void {
	for (const table of ['lists', 'items', 'ownPrices', 'choices'] as const) {
		for (const [id, row] of before[table]) if (after[table].get(id) !== row) onChange(table, id);
		for (const id of after[table].keys()) if (!before[table].has(id)) onChange(table, id);
	}
}
