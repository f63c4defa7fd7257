import { MAX_MUTATIONS } from '#lib/protocol/mutations.ts';
import type { SentMutation, SyncAnswer, SyncRequest } from '#lib/protocol/sync.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';
import { applyAnswer, applyWithin } from './apply-answer.ts';
import { META_KEY, type OutboxEntry, type ReplicaDatabase } from './db.ts';
import { memoryStore } from './memory-store.ts';
import { replicaStore } from './replica-store.ts';
import { keysOf, nextOffer } from './offer.ts';
import { isSamePoint, type Stored } from './replica-storage.ts';

// What a replica asks a server and takes from it. Loaded with the line to the server, not with the first screen.

/** A request with more than one mutation stays below this, as UTF-8. */
const MAX_MUTATIONS_BYTES = 64 * 1024;
/** What is sent while the page goes: browsers let 64 KB outlive it, with everything around the mutations. */
export const MAX_LAST_BYTES = 56 * 1024;

/**
 * The next request: what is offered back, and then the lowest entries of the outbox; as many as fit.
 * @param now wall-clock ms
 * @param maxBytes of the mutations
 */
export function requestOf(
	{ meta, offered, outbox }: Stored,
	now: number,
	maxBytes = MAX_MUTATIONS_BYTES
): SyncRequest {
	const { clientId, epoch, cursor, acked, proof } = meta;
	const point = { v: PROTOCOL_VERSION, clientId, epoch, cursor, acked, proof, now };
	if (offered.length === 0) return { ...point, muts: withinBytes(outbox, maxBytes) };
	const salvage = nextOffer(offered);
	// An edit of a list that is offered with a later request would find no list.
	const isLast = keysOf(salvage).length === offered.length;
	return { ...point, salvage, muts: isLast ? withinBytes(outbox, maxBytes) : [] };
}

/**
 * Takes an answer into the disk, and into what this tab holds of it in memory.
 * @returns whether it was applied; and whether another tab got in between, so that memory has to be read anew
 */
export async function takeAnswer(
	db: ReplicaDatabase,
	stored: Stored,
	request: SyncRequest,
	answer: SyncAnswer
): Promise<{ readonly isApplied: boolean; readonly isBehind: boolean }> {
	const [found, isApplied] = await replicaStore(db).transaction(
		async (transaction) =>
			[await transaction.meta(), await applyWithin(transaction, request, answer)] as const
	);
	const isBehind = !isSamePoint(found, stored.meta);
	if (isApplied && !isBehind) await applyAnswer(memoryStore(stored), request, answer);
	return { isApplied, isBehind };
}

/**
 * Notes whose database this is. Who was somebody else for a server that has forgotten them is on the lists of this
 * device under their new id from here on, so that they are let onto those again.
 */
export function bindTo(db: ReplicaDatabase, userId: string): Promise<void> {
	return db.transaction('rw', [db.meta, db.members, db.salvage], async () => {
		const before = (await db.meta.get(META_KEY))?.userId;
		await db.meta.update(META_KEY, { userId });
		if (before === userId || !before) return;
		const renamed = <M extends { userId: string }>(member: M): M => ({ ...member, userId });
		await db.members
			.filter((member) => member.userId === before)
			.modify((member, ref) => void (ref.value = renamed(member)));
		await db.salvage
			.filter(({ table, row }) => table === 'members' && row.userId === before)
			.modify((offered, ref) => {
				if (offered.table === 'members') ref.value = { ...offered, row: renamed(offered.row) };
			});
	});
}

const toSent = ({ mid, muid, name, args, at, base, epoch }: OutboxEntry) => ({
	mid,
	muid,
	name,
	args,
	at,
	base,
	epoch
});

/** As many of the first as fit; one that is too large by itself goes alone, and the server says what is wrong. */
function withinBytes(outbox: readonly OutboxEntry[], maxBytes: number): SentMutation[] {
	const muts = outbox.slice(0, MAX_MUTATIONS).map(toSent);
	const encoder = new TextEncoder();
	let bytes = 0;
	const count = muts.findIndex((mut, i) => {
		bytes += encoder.encode(JSON.stringify(mut)).length + 1;
		return i > 0 && bytes > maxBytes;
	});
	return count === -1 ? muts : muts.slice(0, count);
}
