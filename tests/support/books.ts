import type { Item } from '#lib/domain/item.ts';
import { resolveItem } from '#lib/domain/mutators.ts';
import { ONE } from '#lib/domain/quantity.ts';
import type { Mutation } from '#lib/domain/undo.ts';
import type { Done, HeadlessDevice } from './headless-device.ts';
import type { ServerData } from './server-data.ts';

// Keeps the books: what devices did beside what a server has of it.

/** What a device did up to a moment, in order. */
export interface Account {
	readonly name: string;
	readonly log: readonly Done[];
	/** How many of the first the server had acknowledged: those have to be there. The others may be. */
	readonly acknowledgedCount: number;
	/** The muids of those that it took for good and did not do. */
	readonly refused: ReadonlySet<string>;
}

export interface Violation {
	readonly kind: 'lost' | 'doubled' | 'refused' | 'not converged' | 'damaged';
	readonly what: string;
}

/** The account as of now. */
export const accountOf = ({ name, log, acknowledgedCount, stored }: HeadlessDevice): Account => ({
	name,
	log: [...log],
	acknowledgedCount,
	refused: new Set(stored.dead.map(({ muid }) => muid))
});

/**
 * I1, I2: every acknowledged edit is there, none twice, and nothing else is. It understands people who add things of
 * amount one and raise them by `item.step` alone, so that an amount tells how often.
 */
export function audit(data: ServerData, accounts: readonly Account[]): Violation[] {
	const found: Violation[] = [];
	const rows = new Map<string, Row>();
	for (const id of data.itemIds) {
		const item = data.rows.get('items', id);
		if (item?.mergedInto === null) rows.set(id, { item, writes: [] });
	}
	for (const { name: author, log, acknowledgedCount, refused } of accounts) {
		for (const [i, { muid, mutation }] of log.entries()) {
			if (refused.has(muid)) continue;
			const isSure = i < acknowledgedCount;
			for (const id of idsIn(mutation)) {
				const row = rows.get(resolveItem(data.rows, id)?.id ?? '');
				row?.writes.push({ mutation, author, isSure });
				if (mutation.name === 'item.add' && isSure && !row)
					found.push({ kind: 'lost', what: `"${mutation.args.name}" that ${author} added` });
			}
		}
	}
	for (const row of rows.values()) found.push(...auditRow(row));
	return found;
}

/** A row of the server, with all that anybody did to it or to what became part of it, each author's in order. */
interface Row {
	readonly item: Item;
	readonly writes: Write[];
}

interface Write {
	readonly mutation: Mutation;
	readonly author: string;
	/** Acknowledged. */
	readonly isSure: boolean;
}

function idsIn({ name, args }: Mutation): readonly string[] {
	if (name === 'item.clearChecked') return args.ids;
	return 'id' in args ? [args.id] : [];
}

function auditRow(row: Row): Violation[] {
	const { item, writes } = row;
	if (!writes.some(({ mutation }) => mutation.name === 'item.add'))
		return [{ kind: 'doubled', what: `"${item.name}", which nobody added` }];
	return [...auditSteps(row), ...auditFields(row), ...auditDeletes(row)];
}

function auditSteps({ item, writes }: Row): Violation[] {
	let sure = 0;
	let possible = 0;
	for (const { mutation, isSure } of writes) {
		if (mutation.name !== 'item.step') continue;
		possible += mutation.args.milli;
		if (isSure) sure += mutation.args.milli;
	}
	const raised = item.quantity.milli - ONE.milli;
	const what = `"${item.name}" was raised by ${raised}, and should be by ${sure} to ${possible}`;
	if (raised < sure) return [{ kind: 'lost', what }];
	return raised > possible ? [{ kind: 'doubled', what }] : [];
}

/** The last value of a field that only one person changed stands; where several did, one of theirs does. */
function auditFields({ item, writes }: Row): Violation[] {
	const found: Violation[] = [];
	for (const field of ['name', 'checked'] as const) {
		const asAdded = writes.flatMap((write) => valueAdded(write, field) ?? []);
		const changes = writes.flatMap((write) => valueSet(write, field) ?? []);
		const lastSure = changes.findLastIndex(({ isSure }) => isSure);
		const isExact = lastSure >= 0 && isOnes(changes) && isWhole(item, writes);
		const may = isExact ? changes.slice(lastSure) : [...asAdded, ...changes];
		if (may.some(({ value }) => value === item[field])) continue;
		const wanted = may.map(({ value }) => `"${value}"`).join(' or ');
		const what = `the ${field} of "${item.name}" is "${item[field]}", and should be ${wanted}`;
		found.push({ kind: 'lost', what });
	}
	return found;
}

interface Value {
	readonly value: string | boolean;
	readonly author: string;
	readonly isSure: boolean;
}
type Field = 'name' | 'checked';

function valueAdded({ mutation, author, isSure }: Write, field: Field): Value | null {
	if (mutation.name !== 'item.add') return null;
	return { value: field === 'name' ? mutation.args.name : false, author, isSure };
}

function valueSet({ mutation, author, isSure }: Write, field: Field): Value | null {
	const value = mutation.name === 'item.set' ? mutation.args.patch[field] : undefined;
	return value === undefined ? null : { value, author, isSure };
}

/** What nobody deleted is there, and what nobody but its author touched and they deleted is gone. */
function auditDeletes({ item, writes }: Row): Violation[] {
	const isGone = item.deletedAt !== null;
	const deletes = writes.filter(({ mutation }) => DELETES.includes(mutation.name));
	if (isGone && deletes.length === 0)
		return [{ kind: 'lost', what: `"${item.name}", which nobody deleted` }];
	const isSure = deletes.some(({ mutation, isSure }) => isSure && mutation.name === 'item.delete');
	if (isGone || !isSure || !isOnes(writes) || !isWhole(item, writes)) return [];
	return [{ kind: 'lost', what: `that "${item.name}" was deleted` }];
}

const DELETES: readonly Mutation['name'][] = ['item.delete', 'item.clearChecked'];

const isOnes = (writes: readonly { readonly author: string }[]): boolean =>
	new Set(writes.map(({ author }) => author)).size === 1;

/** Nothing of it was done to a row that became part of this one, whose author had not seen this one. */
const isWhole = ({ id }: Item, writes: readonly Write[]): boolean =>
	writes.every(({ mutation }) => idsIn(mutation).includes(id));
