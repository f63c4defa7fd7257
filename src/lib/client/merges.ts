import type { Item } from '#lib/domain/item.ts';
import type { List } from '#lib/domain/list.ts';
import { hasLoss, mergesIn } from '#lib/domain/merge-log.ts';
import type { SyncAnswer, SyncRequest } from '#lib/protocol/sync.ts';
import type { ReplicaTransaction } from './apply-answer.ts';
import type { MergeEntry, OutboxEntry, ReplicaMeta } from './db.ts';

/** An answer, with what it is an answer to. */
interface Taken {
	readonly meta: ReplicaMeta;
	/** The edits that it tells of. */
	readonly sent: readonly OutboxEntry[];
	readonly request: Pick<SyncRequest, 'now'>;
	readonly answer: SyncAnswer;
}

/**
 * What an answer tells of merges, in the words of people instead of clients. Asked before the answer is taken into
 * the base, because it needs the rows as they were.
 */
export async function findMerges(
	transaction: Pick<ReplicaTransaction, 'list' | 'item'>,
	{ meta, sent, request, answer }: Taken
): Promise<MergeEntry[]> {
	const { clientId, userId } = meta;
	const refused = new Set(answer.rejects.map(({ muid }) => muid));
	const confirmed = sent.filter(({ muid }) => !refused.has(muid));
	const sentTo = new Set(confirmed.map(({ args }) => ('id' in args ? args.id : args.listId)));
	const authors: Readonly<Record<string, string>> = { ...meta.authors, ...answer.authors };
	const personOf = (client: string): string =>
		client === clientId ? (userId ?? '') : (authors[client] ?? '');

	const entries: MergeEntry[] = [];
	const look = (before: Item | List | undefined, after: Item | List): void => {
		for (const merge of mergesIn(before, after, confirmed, clientId)) {
			const [winner, loser] = [personOf(merge.winner), personOf(merge.loser)];
			// Between two devices of one person there is nobody to tell.
			if (winner !== loser) entries.push({ ...merge, winner, loser, at: request.now });
		}
	};
	const isNews = (row: Item | List): boolean => hasLoss(row) || sentTo.has(row.id);
	for (const row of answer.rows.lists.filter(isNews)) look(await transaction.list(row.id), row);
	for (const row of answer.rows.items.filter(isNews)) look(await transaction.item(row.id), row);
	return entries;
}
