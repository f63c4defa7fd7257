/**
 * Prints a one-time link that signs a device in as a person of this server, for a lost phone or a cleared browser.
 * Works beside a running server: it adds one row, in one short transaction.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addressOf } from '#lib/server/address.ts';
import { ConfigError, parseConfig, type Config } from '#lib/server/config.ts';
import { openSqlite, type Sqlite } from '#lib/server/db/sqlite.ts';
import { createLinkStore } from '#lib/server/people/links.ts';

interface Person {
	readonly id: string;
	readonly name: string;
	readonly lists: string | null;
}

const USAGE = 'npm run pair [-- --user NAME]: a one-time link that signs a device in again';
/** A running server may hold the lock for a moment; nothing here is in a hurry. */
const BUSY_TIMEOUT_MS = 5_000;

await pair();

async function pair(): Promise<void> {
	const config = readConfig();
	const wanted = readArguments();
	const file = join(config.dataDir, 'grocery.db');
	if (!existsSync(file)) stop(`There is no data in ${config.dataDir} yet: start the server first.`);
	const sqlite = await openSqlite(file, { busyTimeoutMs: BUSY_TIMEOUT_MS });
	try {
		sqlite.pragma('synchronous = FULL');
		const person = choose(peopleIn(sqlite), wanted);
		const token = sqlite
			.transaction(() => createLinkStore(sqlite).addPairing(person.id, Date.now()))
			.immediate();
		const origin = config.publicOrigin ?? addressOf(config.host, config.port);
		console.log(`For ${describe(person)}, once, within 24 hours:\n${origin}/pair#${token}`);
	} finally {
		sqlite.close();
	}
}

function readConfig(): Config {
	try {
		return parseConfig(process.env);
	} catch (cause) {
		if (cause instanceof ConfigError) stop(cause.message);
		throw cause;
	}
}

function readArguments(): string | undefined {
	try {
		const { values } = parseArgs({ options: { user: { type: 'string' } } });
		return values.user;
	} catch {
		return stop(USAGE, 2);
	}
}

/** Whoever is on a list, or has a name; the others have nothing to come back to. */
function peopleIn(sqlite: Sqlite): Person[] {
	return sqlite
		.prepare<[], Person>(
			`SELECT u.id, u.name, group_concat(l.name, ', ') AS lists FROM users u
			 LEFT JOIN list_members m ON m.user_id = u.id AND m.active = 1
			 LEFT JOIN grocery_lists l ON l.id = m.list_id AND l.deleted_at IS NULL
			 WHERE u.absorbed_by IS NULL GROUP BY u.id HAVING u.name <> '' OR lists IS NOT NULL
			 ORDER BY u.name = '', u.name, u.created_at`
		)
		.all();
}

function choose(people: readonly Person[], wanted: string | undefined): Person {
	if (people.length === 0) stop('Nobody has a list on this server yet.');
	const matches = people.filter(
		({ id, name }) =>
			wanted === undefined || id === wanted || name.toLowerCase() === wanted.toLowerCase()
	);
	const [only] = matches;
	if (only && matches.length === 1) return only;
	const shown = (only ? matches : people).map((person) => `  ${person.id}  ${describe(person)}`);
	const why = only ? 'Several people fit' : `Nobody here is called "${wanted}"`;
	return stop(`${why}. Name one with --user, by name or by id:\n${shown.join('\n')}`);
}

function describe({ name, lists }: Person): string {
	const who = name === '' ? 'somebody without a name' : name;
	return lists === null ? who : `${who} (${lists})`;
}

function stop(sentence: string, code = 1): never {
	console.error(sentence);
	process.exit(code);
}
