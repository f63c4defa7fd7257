import {
	departmentGroup,
	type DepartmentGroup,
	type DepartmentIcon
} from '#lib/domain/departments.ts';
import type { ItemRow } from './item-row.svelte.ts';
import { LiveTotals } from './totals.svelte.ts';

/** Rows under one heading, with their sum. */
export class Group {
	readonly id: string;
	readonly label: string;
	readonly icon: DepartmentIcon | 'cart';
	#rows = $state.raw<readonly ItemRow[]>([]);
	readonly #totals = new LiveTotals();

	constructor({ id, label, icon }: Pick<Group, 'id' | 'label' | 'icon'>) {
		this.id = id;
		this.label = label;
		this.icon = icon;
	}

	get rows(): readonly ItemRow[] {
		return this.#rows;
	}

	get sum() {
		return this.#totals.current;
	}

	/** Rows not in the cart yet. */
	get openCount(): number {
		return this.sum.itemCount - this.sum.checkedCount;
	}

	/** Takes these rows, and no others. */
	fill(rows: readonly ItemRow[]): void {
		const staying = new Set(rows);
		for (const row of this.#rows) if (!staying.has(row)) this.#totals.delete(row.id);
		for (const row of rows) {
			row.groupTotals = this.#totals;
			this.#totals.set(row.id, row.totalEntry);
		}
		this.#rows = rows;
	}
}

/**
 * Puts every row where it belongs: settled ones into the cart, newest first, the rest under their department in
 * the order of the store. Groups that were there before stay the same objects, so the screen moves only rows.
 */
export function arrangeGroups(
	rows: Iterable<ItemRow>,
	before: readonly Group[],
	cart: Group,
	isSettled: (id: string) => boolean
): readonly Group[] {
	const inCart: ItemRow[] = [];
	const byDepartment = new Map<string, { department: DepartmentGroup; rows: ItemRow[] }>();
	for (const row of rows) {
		if (isSettled(row.id)) {
			inCart.push(row);
			continue;
		}
		const department = departmentGroup(row.product?.department ?? null);
		const entry = byDepartment.get(department.id);
		if (entry) entry.rows.push(row);
		else byDepartment.set(department.id, { department, rows: [row] });
	}
	cart.fill(inCart.sort((a, b) => checkedAt(b) - checkedAt(a)));
	return [...byDepartment.values()]
		.sort((a, b) => a.department.order - b.department.order)
		.map(({ department, rows }) => {
			const group = before.find(({ id }) => id === department.id) ?? new Group(department);
			group.fill(rows.sort(byPosition));
			return group;
		});
}

const checkedAt = ({ item }: ItemRow): number => item.stamps['checked']?.[1] ?? 0;

function byPosition({ item: a }: ItemRow, { item: b }: ItemRow): number {
	if (a.position !== b.position) return a.position < b.position ? -1 : 1;
	return a.id < b.id ? -1 : 1;
}
