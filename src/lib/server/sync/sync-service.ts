import { errorBody, type ErrorBody } from '#lib/protocol/error.ts';
import type { SyncAnswer, SyncRequest } from '#lib/protocol/sync.ts';
import { isRetryable } from '../db/sqlite.ts';
import { handleSync, isRead } from './handle-sync.ts';
import type { SyncStore } from './sync-store.ts';
import type { Writer } from './writer.ts';

export interface SyncServiceOptions {
	readonly store: SyncStore;
	readonly writer: Writer;
	/** Wall-clock ms. */
	readonly now: () => number;
	readonly newEpoch: () => string;
	/** A new timeline has begun and is on the disk. */
	readonly onRenewed: () => void;
	readonly sign: (claim: string) => string;
	/** Something was committed that these people may see. */
	readonly onWritten: (userIds: ReadonlySet<string>, seq: number, from: string | null) => void;
}

export interface SyncService {
	/**
	 * Answers a request that has the right shape, once everything it changed is on the disk.
	 * @param from names the socket it came over; null over HTTP
	 * @returns the answer, or `busy` when nothing could be written and the device should try again
	 */
	handle(
		userId: string,
		request: SyncRequest,
		from: string | null
	): Promise<SyncAnswer | ErrorBody>;
}

/** The one handler behind the socket and `POST /api/sync`. */
export function createSyncService(options: SyncServiceOptions): SyncService {
	const { store, writer, now, newEpoch, sign, onWritten } = options;
	const { timeline } = store;
	const answer = (userId: string, request: SyncRequest, touched: Set<string>) =>
		handleSync(store, userId, request, { now: now(), newEpoch, sign, touched });

	return {
		async handle(userId, request, from) {
			const touched = new Set<string>();
			try {
				// A read is synchronous, so nothing else can be written in the middle of it.
				if (isRead(store, request, now())) return answer(userId, request, touched);
				const { epoch } = timeline.read();
				const answered = await writer.write(() => answer(userId, request, touched));
				if (timeline.read().epoch !== epoch) options.onRenewed();
				const audience = new Set([...touched].flatMap((listId) => store.members.userIdsOn(listId)));
				if (!('error' in answered) && audience.size > 0) onWritten(audience, answered.cursor, from);
				return answered;
			} catch (cause) {
				if (!isRetryable(cause)) throw cause;
				return errorBody(
					'busy',
					'The server cannot write just now. What you did is kept on your device.'
				);
			}
		}
	};
}
