import { sql, type Kysely, type KyselyPlugin } from 'kysely';
import type { Migrations } from '#lib/server/db/migrate.ts';
import { migrations } from '../../migrations/index.ts';

/** What there is today. */
export const TODAY: Migrations = migrations;

/** And two steps of a version to come: a table made anew with what was in it, and a column filled from another. */
export const LATER: Migrations = {
	...TODAY,
	'9001_users_with_a_note': {
		async up(db: Kysely<unknown>) {
			await run(db, [
				sql`CREATE TABLE users_anew (id TEXT PRIMARY KEY, name TEXT NOT NULL, note TEXT) STRICT`,
				sql`INSERT INTO users_anew SELECT id, name, NULL FROM users`,
				sql`ALTER TABLE users RENAME TO users_before`,
				sql`ALTER TABLE users_anew RENAME TO users`
			]);
		}
	},
	'9002_greetings': {
		async up(db: Kysely<unknown>) {
			await run(db, [
				sql`ALTER TABLE users ADD COLUMN greeting TEXT`,
				sql`UPDATE users SET greeting = 'Hello ' || name`
			]);
		}
	}
};

async function run(
	db: Kysely<unknown>,
	statements: readonly ReturnType<typeof sql>[]
): Promise<void> {
	for (const statement of statements) await statement.execute(db);
}

/** The same, with a call before each statement and one more at the end of each migration. */
export function withSteps(migrations: Migrations, onStep: () => void): Migrations {
	const plugin: KyselyPlugin = {
		transformQuery({ node }) {
			onStep();
			return node;
		},
		transformResult: async ({ result }) => result
	};
	const entries = Object.entries(migrations).map(([name, migration]) => {
		const counted = async (db: Kysely<unknown>) => {
			await migration.up(db.withPlugin(plugin));
			onStep();
		};
		return [name, { up: counted }] as const;
	});
	return Object.fromEntries(entries);
}
