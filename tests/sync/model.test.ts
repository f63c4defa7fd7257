import Database from 'better-sqlite3';
import fc from 'fast-check';
import { Kysely, SqliteDialect } from 'kysely';
import { beforeAll, test } from 'vitest';
import { migrateToLatest } from '#lib/server/db/migrate.ts';
import type { Schema } from '#lib/server/db/schema.ts';
import { World } from './world.ts';

const STEPS = 120;
const RUNS = 400;

let template: Buffer;

beforeAll(async () => {
	const sqlite = new Database(':memory:');
	const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: sqlite }) });
	await migrateToLatest(db);
	template = sqlite.serialize();
	await db.destroy();
});

test('whatever the network does, no edit is lost or doubled and all screens end alike', async () => {
	const choices = fc.array(fc.nat(1e6), { minLength: STEPS, maxLength: STEPS, size: 'max' });
	await fc.assert(
		fc.asyncProperty(choices, async (numbers) => {
			const world = new World(template, numbers);
			try {
				for (let step = 0; step < STEPS; step++) await world.step();
				await world.settle();
			} finally {
				world.close();
			}
		}),
		{ numRuns: RUNS }
	);
}, 120_000);
