import { TRASH_MS } from '#lib/domain/in-trash.ts';
import { versionProblem } from '#lib/protocol/client-version.ts';
import { errorBody, type ErrorBody } from '#lib/protocol/error.ts';
import type { SyncAnswer, SyncRequest } from '#lib/protocol/sync.ts';
import { applySent } from './apply-sent.ts';
import { applySalvage } from './salvage.ts';
import type { SyncStore } from './sync-store.ts';
import type { Timeline } from './timeline.ts';

export interface SyncTools {
	/** Wall-clock ms of the server. */
	readonly now: number;
	readonly newEpoch: () => string;
	/** Signs what an answer claims, so that a device can show it later; the key stays in `DATA_DIR`. */
	readonly sign: (claim: string) => string;
	/** Gets the lists that something was applied to, for whoever tells the people on them. */
	readonly touched: Set<string>;
}

/** `seen_at` is written at most once a day, so that a request without mutations stays a read. */
const SEEN_EVERY_MS = 24 * 3_600_000;
/** A cleared browser is a new client; far more of them than a household makes in 400 days. */
const MAX_CLIENTS = 500;

/** Whether answering writes nothing, so that no transaction has to be opened and nothing waits for the disk. */
export function isRead(store: SyncStore, request: SyncRequest, now: number): boolean {
	const client = store.clients.get(request.clientId);
	if (request.muts.length > 0 || request.salvage || !client || now - client.seenAt > SEEN_EVERY_MS)
		return false;
	return !isAhead(store.timeline.read(), client.lmid, request);
}

/**
 * The whole protocol on the server's side: `docs/sync.md`, "The request". Pure in clock, randomness and storage.
 * It opens no transaction of its own: its
 * caller holds the write lock.
 */
export function handleSync(
	store: SyncStore,
	userId: string,
	request: SyncRequest,
	tools: SyncTools
): SyncAnswer | ErrorBody {
	const refused = refusal(store, userId, request);
	if (refused) return refused;
	const timeline = settleTimeline(store, request, tools);
	const client = clientOf(store, userId, request, tools);
	let { lmid } = client;
	const sameEpoch = request.epoch === timeline.epoch;
	const isCredible = sameEpoch && !isAhead(timeline, lmid, request);
	const offer = isCredible ? request.salvage : undefined;
	if (offer) {
		const rev = store.timeline.nextRevision();
		applySalvage(store, userId, offer, { rev, now: tools.now, touched: tools.touched });
	}
	if (isCredible && request.muts.length > 0) {
		lmid = applySent(store, userId, request, lmid, tools.now, tools.touched);
		store.clients.put(request.clientId, { userId, lmid, seenAt: tools.now });
	}
	const reset = !isCredible || request.cursor < Math.max(timeline.gcFloor, client.floor);
	return answer(store, userId, request, { lmid, reset, salvaged: offer !== undefined }, tools);
}

function refusal(store: SyncStore, userId: string, request: SyncRequest): ErrorBody | null {
	const problem = versionProblem(request.v);
	if (problem) return problem;
	const client = store.clients.get(request.clientId);
	if (client && client.userId !== userId)
		return errorBody('forbidden', 'This device is known under another person.');
	if (!client && store.clients.countOf(userId) >= MAX_CLIENTS)
		return errorBody('limit', 'This person has as many devices as a person can have.');
	return null;
}

/** A cursor or an acknowledgement that this database never gave out: it, or the device, is from another time. */
function isAhead(timeline: Timeline, lmid: number, request: SyncRequest): boolean {
	return (
		request.epoch === timeline.epoch && (request.cursor > timeline.seq || request.acked > lmid)
	);
}

/**
 * The database went back in time when a device can show an answer that it no longer knows of. Without the proof
 * the device alone is reset: a forged number must not disturb the others.
 */
function settleTimeline(store: SyncStore, request: SyncRequest, tools: SyncTools): Timeline {
	const timeline = store.timeline.read();
	const lmid = store.clients.get(request.clientId)?.lmid ?? request.acked;
	if (!isAhead(timeline, lmid, request)) return timeline;
	if (
		request.proof !==
		tools.sign(claimOf(request.clientId, timeline.epoch, request.cursor, request.acked))
	)
		return timeline;
	store.timeline.renew(tools.newEpoch(), tools.now);
	return store.timeline.read();
}

const claimOf = (clientId: string, epoch: string, cursor: number, lmid: number): string =>
	`${clientId}|${epoch}|${cursor}|${lmid}`;

function clientOf(store: SyncStore, userId: string, { clientId }: SyncRequest, { now }: SyncTools) {
	const known = store.clients.get(clientId);
	if (known && now - known.seenAt <= SEEN_EVERY_MS) return known;
	const client = { userId, lmid: known?.lmid ?? 0, seenAt: now, floor: known?.floor ?? 0 };
	store.clients.put(clientId, client);
	return client;
}

function answer(
	store: SyncStore,
	userId: string,
	request: SyncRequest,
	{ lmid, reset, salvaged }: Pick<SyncAnswer, 'lmid' | 'reset' | 'salvaged'>,
	{ now, sign }: SyncTools
): SyncAnswer {
	const { epoch, seq } = store.timeline.read();
	const since = reset ? -1 : request.cursor;
	const rows: SyncAnswer['rows'] = {
		lists: [],
		items: [],
		members: [],
		ownPrices: [],
		choices: []
	};
	const gone: string[] = [];
	for (const membership of store.members.allOf(userId)) {
		const { listId, active } = membership;
		const hasChanged = membership.rev > since;
		// Granted, or granted again: the whole list, however old its rows, in place of what is there.
		if (hasChanged && !reset) gone.push(listId);
		if (!active) continue;
		const from = hasChanged ? -1 : since;
		const list = store.rows.get('lists', listId);
		if (list && list.rev > from) rows.lists.push(list);
		rows.items.push(...store.rows.itemsSince(listId, from, reset ? now - TRASH_MS : null));
		rows.ownPrices.push(...store.rows.ownPricesSince(listId, from));
		rows.choices.push(...store.rows.choicesSince(listId, from));
		rows.members.push(...store.members.onList(listId).filter((member) => member.rev > from));
	}
	return {
		epoch,
		base: request.cursor,
		cursor: seq,
		reset,
		lmid,
		salvaged,
		proof: sign(claimOf(request.clientId, epoch, seq, lmid)),
		rows,
		authors: store.clients.owners(clientsIn(rows)),
		gone,
		rejects: store.clients.rejectsAfter(request.clientId, request.acked)
	};
}

function clientsIn(rows: SyncAnswer['rows']): string[] {
	const clientIds = new Set<string>();
	for (const { stamps } of [...rows.lists, ...rows.items, ...rows.ownPrices])
		for (const [, , clientId] of Object.values(stamps)) clientIds.add(clientId);
	return [...clientIds];
}
