import { sql, type Kysely } from 'kysely';

/** When the timeline began: for a while after that, devices may offer back what they held in the one before. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`ALTER TABLE sync_meta ADD COLUMN epoch_at INTEGER NOT NULL DEFAULT 0`.execute(db);
}
