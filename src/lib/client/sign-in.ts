import { errorBody, type ErrorBody } from '#lib/protocol/error.ts';
import { sessionSchema, type SessionAnswer } from '#lib/protocol/people.ts';
import { ask } from './http.ts';
import { META_KEY, ReplicaDatabase } from './db.ts';
import { DATABASE_KEY, newId } from './identity.ts';
import { Journal } from './journal.ts';
import type { Replica } from './replica.ts';
import { firstMeta } from './replica-storage.ts';
import type { Session } from './session.svelte.ts';

const KEPT_KEY = 'wga.databases-kept';

export interface SignInTools {
	readonly replica: Replica;
	readonly session: Session;
	readonly storage: Storage;
	/** The name of the replica's database. */
	readonly databaseName: string;
	/** Loads the page anew at this address of the app. */
	readonly goTo: (path: string) => void;
}

/**
 * Asks the server who this device is; one that has never been there becomes a new person.
 * @param name what others see from now on; unchanged without it
 * @returns what it said, or why not, or null when nobody answered or the page is about to be another
 */
export function signIn(
	tools: SignInTools,
	name?: string
): Promise<SessionAnswer | ErrorBody | null> {
	// Two tabs of a new device that came at once would be two new people. No locks without a secure context.
	const locks = navigator.locks as LockManager | undefined;
	const ask = () => askWhoIAm(tools, name);
	return locks ? locks.request('wga.sign-in', ask) : ask();
}

async function askWhoIAm(
	tools: SignInTools,
	name: string | undefined
): Promise<SessionAnswer | ErrorBody | null> {
	const { userId } = tools.replica.meta;
	const body = { userId, ...(name !== undefined && { name }) };
	const answer = await ask('POST', '/api/session', sessionSchema, body);
	if (answer === null) return null;
	if ('error' in answer) {
		if (answer.error.code === 'unauthenticated') tools.session.problem = 'signed-out';
		if (answer.error.code === 'invite_only') tools.session.problem = 'invite-only';
		return answer;
	}
	return (await takePerson(tools, answer, location.pathname)) ? answer : null;
}

/**
 * Makes this device what the server says it is. The first person that is heard of, and one that the known one has
 * become, own the database from then on. For somebody else there is a new one, and the old one is kept.
 * @param path where the page goes on when it is loaded anew
 * @returns whether it stays: false when the page is about to be loaded anew
 */
export async function takePerson(
	{ replica, session, storage, databaseName, goTo }: SignInTools,
	{ userId, name, deviceId, isSamePerson }: SessionAnswer,
	path: string
): Promise<boolean> {
	const known = replica.meta.userId;
	if (known !== null && known !== userId && !isSamePerson) {
		await changeDatabase(storage, { name: databaseName, userId: known }, userId);
		goTo(path);
		return false;
	}
	if (known !== userId) await replica.bind(userId);
	session.me = { userId, name, deviceId };
	session.problem = null;
	return true;
}

/** A database of somebody who was this device's person before. */
interface KeptDatabase {
	readonly name: string;
	readonly userId: string;
}

/**
 * Leaves a database where it is, with whatever was not sent, and lets the next page open the one of whoever has signed
 * in: their own, if they were here before, else a new one. Another tab may have done so already.
 */
async function changeDatabase(storage: Storage, left: KeptDatabase, userId: string): Promise<void> {
	if (storage.getItem(DATABASE_KEY) !== left.name) return;
	const kept = keptDatabases(storage).filter(({ name }) => name !== left.name);
	const own = kept.find((database) => database.userId === userId);
	storage.setItem(KEPT_KEY, JSON.stringify([...kept.filter((one) => one !== own), left]));
	storage.setItem(DATABASE_KEY, own?.name ?? (await makeDatabase(userId)));
}

/** Theirs from the start, so that the page that opens it asks for their lists at once. @returns its name */
async function makeDatabase(userId: string): Promise<string> {
	const name = `wga-${newId()}`;
	const db = new ReplicaDatabase(name);
	await db.meta.put({ ...firstMeta(newId()), userId }, META_KEY);
	db.close();
	return name;
}

/** Removes the databases of former people in which nothing waits. */
export async function dropEmptyDatabases(storage: Storage): Promise<void> {
	for (const { name } of keptDatabases(storage)) {
		if (!(await isEmpty(name, storage))) continue;
		indexedDB.deleteDatabase(name);
		indexedDB.deleteDatabase(`${name}-prices`);
		indexedDB.deleteDatabase(`${name}-imports`);
		const rest = keptDatabases(storage).filter((kept) => kept.name !== name);
		storage.setItem(KEPT_KEY, JSON.stringify(rest));
	}
}

/** Asks the disk: a tab that had not heard of the other person may have gone on in this database. */
async function isEmpty(name: string, storage: Storage): Promise<boolean> {
	if (new Journal(storage, name, newId()).orphans().length > 0) return false;
	const db = new ReplicaDatabase(name);
	try {
		return (await db.outbox.count()) + (await db.dead.count()) + (await db.salvage.count()) === 0;
	} finally {
		db.close();
	}
}

function keptDatabases(storage: Storage): KeptDatabase[] {
	try {
		return JSON.parse(storage.getItem(KEPT_KEY) ?? '[]') as KeptDatabase[];
	} catch {
		return []; // only this app writes here; whatever else it is must not keep the line from opening
	}
}

/** What to say when nobody answered. */
export const NOBODY_ANSWERED = errorBody(
	'unavailable',
	'The server cannot be reached. What you did is kept on this device.'
);
