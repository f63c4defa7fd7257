import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from '../../../../migrations/index.ts';
import type { Schema } from './schema.ts';

/**
 * Brings the tables to this version, all steps in one transaction, and answers the names of what it did.
 * @throws the first failure; nothing of the run is kept then
 */
export async function migrateToLatest(db: Kysely<Schema>): Promise<string[]> {
	const migrator = new Migrator({
		db,
		provider: { getMigrations: async () => ({ ...migrations }) }
	});
	const { error, results = [] } = await migrator.migrateToLatest();
	if (error !== undefined)
		throw new Error('the tables could not be brought up to date', { cause: error });
	return results.map((result) => result.migrationName);
}
