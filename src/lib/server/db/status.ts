import type { Sqlite } from './sqlite.ts';

/** What the status page asks of the database. */
export interface StatusQueries {
	/** The products of what is on a person's lists, the bin left out; at most `limit`. */
	productIdsOf(userId: string, limit: number): string[];
	/** When a device of theirs last sent something, in wall-clock ms. */
	lastHeardAt(userId: string): number | null;
	/** Of the file, without what still stands in its log. */
	bytes(): number;
}

export function createStatusQueries(sqlite: Sqlite): StatusQueries {
	const products = sqlite
		.prepare<[string, number], string>(
			`SELECT DISTINCT i.product_id FROM list_members m
			 JOIN grocery_lists l ON l.id = m.list_id AND l.deleted_at IS NULL
			 JOIN grocery_items i ON i.list_id = l.id AND i.deleted_at IS NULL
			 WHERE m.user_id = ? AND m.active = 1 AND i.product_id IS NOT NULL LIMIT ?`
		)
		.pluck();
	const heard = sqlite
		.prepare<[string], number | null>('SELECT max(seen_at) FROM sync_clients WHERE user_id = ?')
		.pluck();
	const count = (pragma: string) => Number(sqlite.pragma(pragma, { simple: true }));
	return {
		productIdsOf: (userId, limit) => products.all(userId, limit),
		lastHeardAt: (userId) => heard.get(userId) ?? null,
		bytes: () => count('page_count') * count('page_size')
	};
}
