import type { Choice } from '#lib/domain/choice.ts';
import type { Item } from '#lib/domain/item.ts';
import type { List } from '#lib/domain/list.ts';
import type { Member } from '#lib/domain/member.ts';
import type { OwnPrice } from '#lib/domain/own-price.ts';
import type { DeadEntry, OfferedRow, OutboxEntry, ReplicaMeta } from './db.ts';
import type { Stored } from './replica-storage.ts';

// Whether what lies on the disk is what was once put there. A disk that fails, or a browser's own fault, may leave
// anything; a look at the shape of each row costs less than a page that does not open.

const hasTexts = (raw: unknown, ...fields: readonly string[]): boolean =>
	fields.every((field) => typeof fieldOf(raw, field) === 'string');
const hasNumbers = (raw: unknown, ...fields: readonly string[]): boolean =>
	fields.every((field) => Number.isFinite(fieldOf(raw, field)));
const fieldOf = (raw: unknown, field: string): unknown =>
	(raw as Record<string, unknown> | null | undefined)?.[field];

const isStamped = (row: unknown): boolean =>
	hasTexts(row, 'id', 'listId') && Array.isArray(fieldOf(fieldOf(row, 'stamps'), '$'));
const isRow = (row: unknown): boolean => isStamped(row) && hasTexts(row, 'name');

export const isSoundList = (list: List): boolean => isRow(list) && list.id === list.listId;
export const isSoundMember = (member: Member): boolean =>
	isRow(member) && hasTexts(member, 'userId');
export const isSoundItem = (item: Item): boolean =>
	isRow(item) &&
	hasTexts(item, 'norm', 'note', 'position') &&
	hasNumbers(fieldOf(item, 'quantity'), 'milli');

export const isSoundOwnPrice = (price: OwnPrice): boolean =>
	isStamped(price) && hasTexts(price, 'norm', 'store', 'source') && hasNumbers(price, 'priceCents');
export const isSoundChoice = (choice: Choice): boolean =>
	isStamped(choice) && hasTexts(choice, 'norm');

export function isSoundOffered({ table, row }: OfferedRow): boolean {
	switch (table) {
		case 'lists':
			return isSoundList(row);
		case 'items':
			return isSoundItem(row);
		case 'members':
			return isSoundMember(row);
		case 'ownPrices':
			return isSoundOwnPrice(row);
		case 'choices':
			return isSoundChoice(row);
		default:
			return false; // whatever it is, it was not put there by this app
	}
}

export const isSoundEntry = (entry: OutboxEntry | null): boolean =>
	hasTexts(entry, 'muid', 'name') &&
	hasNumbers(entry, 'mid', 'at', 'base') &&
	hasTexts(fieldOf(entry, 'args'), 'listId');

export const isSoundDead = (dead: DeadEntry): boolean =>
	hasTexts(dead, 'message') && (dead.unreadable !== undefined || isSoundEntry(dead.entry));

export const isSoundMeta = (meta: ReplicaMeta): boolean =>
	hasTexts(meta, 'clientId') &&
	hasNumbers(meta, 'lastMid', 'cursor', 'acked', 'buried') &&
	Array.isArray(fieldOf(meta, 'undo')) &&
	typeof fieldOf(meta, 'authors') === 'object';

/** Whether all of it can be worked with. */
export function isSound(stored: Stored): boolean {
	const { meta, lists, items, members, ownPrices, choices, offered, outbox, dead } = stored;
	return (
		isSoundMeta(meta) &&
		[...lists.values()].every(isSoundList) &&
		[...items.values()].every(isSoundItem) &&
		[...members.values()].every(isSoundMember) &&
		[...ownPrices.values()].every(isSoundOwnPrice) &&
		[...choices.values()].every(isSoundChoice) &&
		offered.every(isSoundOffered) &&
		outbox.every(isSoundEntry) &&
		dead.every(isSoundDead)
	);
}
