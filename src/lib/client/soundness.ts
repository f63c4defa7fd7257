import type { Item } from '#lib/domain/item.ts';
import type { List } from '#lib/domain/list.ts';
import type { Member } from '#lib/domain/member.ts';
import type { DeadEntry, OfferedRow, OutboxEntry, ReplicaMeta } from './db.ts';
import type { Stored } from './replica-storage.ts';

// Whether what lies on the disk is what was once put there. A disk that fails, or a browser's own fault, may leave
// anything; a look at the shape of each row costs less than a page that does not open.

type Raw = Record<string, unknown>;

const hasTexts = (raw: Raw, ...fields: readonly string[]): boolean =>
	fields.every((field) => typeof raw[field] === 'string');
const hasNumbers = (raw: Raw, ...fields: readonly string[]): boolean =>
	fields.every((field) => Number.isFinite(raw[field]));

const isRow = (row: List | Item | Member): boolean =>
	hasTexts(row as object as Raw, 'id', 'listId', 'name') &&
	Array.isArray((row.stamps as Partial<Record<'$', unknown>> | undefined)?.$);

export const isSoundList = (list: List): boolean => isRow(list) && list.id === list.listId;
export const isSoundMember = (member: Member): boolean =>
	isRow(member) && typeof member.userId === 'string';
export const isSoundItem = (item: Item): boolean =>
	isRow(item) &&
	hasTexts(item as object as Raw, 'norm', 'note', 'position') &&
	Number.isFinite((item.quantity as Partial<Item['quantity']> | undefined)?.milli);

export const isSoundOffered = ({ table, row }: OfferedRow): boolean =>
	typeof row === 'object' &&
	(table === 'lists' ? isSoundList(row) : table === 'items' ? isSoundItem(row) : isRow(row));

export const isSoundEntry = (entry: OutboxEntry | undefined): boolean =>
	typeof entry === 'object' &&
	hasTexts(entry as object as Raw, 'muid', 'name') &&
	hasNumbers(entry as object as Raw, 'mid', 'at', 'base') &&
	typeof (entry.args as Partial<OutboxEntry['args']> | undefined)?.listId === 'string';

export const isSoundDead = ({ entry, message, unreadable }: DeadEntry): boolean =>
	typeof message === 'string' && (unreadable !== undefined || isSoundEntry(entry ?? undefined));

export const isSoundMeta = (meta: ReplicaMeta): boolean =>
	hasTexts(meta as object as Raw, 'clientId') &&
	hasNumbers(meta as object as Raw, 'lastMid', 'cursor', 'acked', 'buried') &&
	Array.isArray(meta.undo) &&
	typeof meta.authors === 'object';

/** Whether all of it can be worked with. */
export function isSound({ meta, lists, items, members, offered, outbox, dead }: Stored): boolean {
	return (
		isSoundMeta(meta) &&
		[...lists.values()].every(isSoundList) &&
		[...items.values()].every(isSoundItem) &&
		[...members.values()].every(isSoundMember) &&
		offered.every(isSoundOffered) &&
		outbox.every(isSoundEntry) &&
		dead.every(isSoundDead)
	);
}
