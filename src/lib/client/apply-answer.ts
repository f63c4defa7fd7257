import type { SyncAnswer, SyncRequest } from '#lib/protocol/sync.ts';
import type { Choice } from '#lib/domain/choice.ts';
import type { Item } from '#lib/domain/item.ts';
import type { List } from '#lib/domain/list.ts';
import type { Member } from '#lib/domain/member.ts';
import type { OwnPrice } from '#lib/domain/own-price.ts';
import type { DeadEntry, MergeEntry, OfferedRow, OutboxEntry, ReplicaMeta } from './db.ts';
import { findMerges } from './merges.ts';
import { keysOf, toOffered } from './offer.ts';

/** What one transaction over this device's stores can do. */
export interface ReplicaTransaction {
	meta(): Promise<ReplicaMeta>;
	putMeta(meta: ReplicaMeta): Promise<void>;
	/** The outbox entries up to a mid, lowest first. */
	outboxUpTo(mid: number): Promise<OutboxEntry[]>;
	deleteOutboxUpTo(mid: number): Promise<void>;
	deleteOutbox(mid: number): Promise<void>;
	putDead(entries: readonly DeadEntry[]): Promise<void>;
	/** Rows of the base as they are now. */
	list(id: string): Promise<List | undefined>;
	item(id: string): Promise<Item | undefined>;
	/** Adds to the log of merges, which is kept for 30 days. */
	addMerges(entries: readonly MergeEntry[]): Promise<void>;
	forgetMerges(listId: string): Promise<void>;
	base(): Promise<Base>;
	clearBase(): Promise<void>;
	/** Rows of an ended timeline that the server has not looked at. */
	offered(): Promise<OfferedRow[]>;
	putOffered(rows: readonly OfferedRow[]): Promise<void>;
	deleteOffered(keys: readonly string[]): Promise<void>;
	/** Removes a list from the base, with all that belongs to it. */
	removeList(listId: string): Promise<void>;
	putRows(rows: SyncAnswer['rows']): Promise<void>;
}

export interface Base {
	readonly lists: readonly List[];
	readonly items: readonly Item[];
	readonly members: readonly Member[];
	readonly ownPrices: readonly OwnPrice[];
	readonly choices: readonly Choice[];
}

export interface ReplicaStore {
	/** Everything `act` does happens, or nothing does; nothing else writes meanwhile. */
	transaction<T>(act: (transaction: ReplicaTransaction) => Promise<T>): Promise<T>;
}

/** What an answer has to fit. */
type Asked = Pick<SyncRequest, 'clientId' | 'epoch' | 'now' | 'salvage'>;

/**
 * Takes an answer into the base: rows, cursor and outbox move together or not at all. It is a compare-and-swap on
 * the cursor, so a late, doubled or foreign answer changes nothing, however many tabs ask at once.
 * @returns whether it was applied
 */
export function applyAnswer(
	store: ReplicaStore,
	request: Asked,
	answer: SyncAnswer
): Promise<boolean> {
	return store.transaction((transaction) => applyWithin(transaction, request, answer));
}

/** The same inside a transaction that does more than this. */
export async function applyWithin(
	transaction: ReplicaTransaction,
	request: Asked,
	answer: SyncAnswer
): Promise<boolean> {
	const meta = await transaction.meta();
	const isFor =
		request.clientId === meta.clientId &&
		request.epoch === meta.epoch &&
		answer.base === meta.cursor;
	if (!isFor) return false;
	const isOtherTimeline = meta.epoch !== null && meta.epoch !== answer.epoch;
	const sent = answer.lmid > meta.acked ? await transaction.outboxUpTo(answer.lmid) : [];
	// What an older database says of a row is no news, and tells of no merge.
	if (!isOtherTimeline)
		await transaction.addMerges(await findMerges(transaction, { meta, sent, request, answer }));
	await buryRejects(transaction, sent, answer);
	if (meta.epoch === null) await dropFirstList(transaction, meta, answer);
	if (answer.salvaged && request.salvage) await transaction.deleteOffered(keysOf(request.salvage));
	if (isOtherTimeline)
		await transaction.putOffered(toOffered(await transaction.base(), await transaction.offered()));
	if (answer.reset) await transaction.clearBase();
	for (const listId of answer.gone) {
		await transaction.removeList(listId);
		// Granted again it is sent whole in the same answer; lost, nothing of it stays, the log neither.
		if (!answer.rows.lists.some(({ id }) => id === listId)) await transaction.forgetMerges(listId);
	}
	// None of these waits for another: one turn for all of them is what makes a short transaction.
	await Promise.all([
		transaction.putRows(answer.rows),
		sent.length > 0 && transaction.deleteOutboxUpTo(answer.lmid),
		transaction.putMeta({
			...meta,
			epoch: answer.epoch,
			cursor: answer.cursor,
			proof: answer.proof,
			authors: { ...meta.authors, ...answer.authors },
			// After a reset the server's count is the truth: it may have gone back in time.
			acked: answer.reset ? answer.lmid : Math.max(meta.acked, answer.lmid)
		})
	]);
	return true;
}

/**
 * A device that had forgotten everything, or was never here, makes a list by itself before it has asked. When the first
 * answer brings its person's lists, that one goes if nobody has touched it.
 */
async function dropFirstList(
	transaction: ReplicaTransaction,
	{ undo }: ReplicaMeta,
	{ rows }: SyncAnswer
): Promise<void> {
	if (!rows.lists.some(({ deletedAt }) => deletedAt === null)) return;
	const outbox = await transaction.outboxUpTo(Infinity);
	const made = outbox.find(({ name }) => name === 'list.create');
	if (!made) return;
	const { listId } = made.args;
	// What a person makes can be taken back.
	const isTheirs = undo.some((entry) => entry.listId === listId);
	const isTouched = outbox.some((entry) => entry !== made && entry.args.listId === listId);
	if (!isTheirs && !isTouched) await transaction.deleteOutbox(made.mid);
}

/** A refused edit is never dropped: it moves into the "not saved" tray with its reason. */
async function buryRejects(
	transaction: ReplicaTransaction,
	sent: readonly OutboxEntry[],
	answer: SyncAnswer
): Promise<void> {
	if (answer.rejects.length === 0) return;
	const byMuid = new Map(answer.rejects.map((reject) => [reject.muid, reject]));
	const dead: DeadEntry[] = [];
	for (const entry of sent) {
		const reject = byMuid.get(entry.muid);
		if (!reject) continue;
		const { muid, args } = entry;
		const { code, message } = reject;
		// Asked now: the list may go with this very answer.
		const itemName = 'id' in args ? (await transaction.item(args.id))?.name : undefined;
		const listName = (await transaction.list(args.listId))?.name;
		dead.push({ muid, entry, code, message, itemName, listName });
	}
	await transaction.putDead(dead);
}
