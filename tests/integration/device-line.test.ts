import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { ReplicaDatabase } from '#lib/client/db.ts';
import { databaseName, newId } from '#lib/client/identity.ts';
import { Journal } from '#lib/client/journal.ts';
import { Replica } from '#lib/client/replica.ts';
import { Session } from '#lib/client/session.svelte.ts';
import { dropEmptyDatabases, signIn, takePerson, type SignInTools } from '#lib/client/sign-in.ts';
import { SyncLoop } from '#lib/client/sync-loop.ts';
import { createTransport } from '#lib/client/transport.ts';
import type { Mutation } from '#lib/domain/undo.ts';
import type { SessionAnswer } from '#lib/protocol/people.ts';
import type { RunningServer } from '#lib/server/serve.ts';
import { MemoryStorage } from '../support/memory-storage.ts';
import { newItem } from '../support/mutation-world.ts';
import { routes } from '../support/routes.ts';
import { startServer } from '../support/start-app.ts';
import { Visitor } from '../support/visitor.ts';

// A device's own code against the real server, over HTTP; what a browser does of itself is played by a `Visitor`.

let server: RunningServer;
/** Whose cookies the device has. */
let browser: Visitor;
const opened: Replica[] = [];

afterEach(() => {
	vi.unstubAllGlobals();
	for (const replica of opened.splice(0)) replica.close();
});

/** What a page's fetch adds: the origin, and the cookie that came last. */
function fetchAs(real: typeof fetch): typeof fetch {
	return async (input, init) => {
		const isPage = typeof input === 'string' && input.startsWith('/');
		if (!isPage) return real(input, init);
		const headers = new Headers(init?.headers);
		headers.set('origin', server.url);
		if (browser.cookie) headers.set('cookie', browser.cookie);
		const response = await real(server.url + input, { ...init, headers });
		const [given] = response.headers.getSetCookie();
		if (given !== undefined) browser.cookie = given.split(';')[0] ?? '';
		return response;
	};
}

interface Device extends SignInTools {
	/** Where the page was sent to. */
	readonly wentTo: string[];
}

/** A device in a browser that has never been on this server. */
async function openDevice(env: Record<string, string> = {}): Promise<Device> {
	server = await startServer({ handler: routes, env });
	browser = new Visitor(server);
	vi.stubGlobal('location', { pathname: '/lists/x' });
	vi.stubGlobal('fetch', fetchAs(fetch));
	return openReplica(new MemoryStorage());
}

/** The page as it opens on what the device has. */
async function openReplica(storage: Storage): Promise<Device> {
	const name = databaseName(storage);
	const db = new ReplicaDatabase(name);
	const journal = new Journal(storage, name, newId());
	const replica = await Replica.open({
		db,
		journal,
		now: Date.now,
		newId,
		persist: () => undefined
	});
	opened.push(replica);
	const wentTo: string[] = [];
	return {
		replica,
		storage,
		databaseName: name,
		session: new Session(() => Promise.resolve()),
		goTo: (path) => void wentTo.push(path),
		wentTo
	};
}

/** Syncs until nothing waits. @throws Error when the loop stops before */
async function sync({ replica }: Device): Promise<void> {
	await replica.saved();
	const { promise, resolve, reject } = Promise.withResolvers<void>();
	const loop = new SyncLoop({
		replica,
		transport: createTransport(() => null),
		now: Date.now,
		random: Math.random,
		after(ms, act) {
			const timer = setTimeout(act, ms);
			return () => clearTimeout(timer);
		},
		onChange({ stoppedBy, lastContactAt }) {
			if (stoppedBy) reject(new Error(stoppedBy.message));
			else if (lastContactAt !== null && replica.pending === 0) resolve();
		}
	});
	loop.pull();
	await promise.finally(() => loop.close());
}

const listOf = (id: string): Mutation => ({
	name: 'list.create',
	args: { listId: id, name: 'Groceries' }
});
const addTo = (listId: string, name: string): Mutation => ({
	name: 'item.add',
	args: { ...newItem(newId(), name), listId }
});
const namesOn = ({ replica }: Device, listId: string): string[] =>
	[...replica.view.liveItems(listId)].map(({ name }) => name).sort();

test('what was done before anybody was asked belongs to the person this device becomes, and reaches the server', async () => {
	const device = await openDevice();
	device.replica.act('L', [listOf('L'), addTo('L', 'Milk')]);
	await signIn(device);
	expect(device.session.me?.userId).toBe(device.replica.meta.userId);
	await sync(device);
	const ben = await Visitor.signedUp(server);
	await ben.join(browser, 'L');
	expect((await ben.sync()).rows.items.map(({ name }) => name)).toEqual(['Milk']);
});

test('an edit of somebody else arrives, and one that comes from both sides is there once', async () => {
	const device = await openDevice();
	device.replica.act('L', [listOf('L')]);
	await signIn(device);
	await sync(device);
	const ben = await Visitor.signedUp(server, 'Ben');
	await ben.join(browser, 'L');
	await ben.sync(ben.add('L', 'Milk'));
	device.replica.act('L', [addTo('L', 'Milk'), addTo('L', 'Eggs')]);
	await sync(device);
	expect(namesOn(device, 'L')).toEqual(['Eggs', 'Milk']);
	const names = [...device.replica.members.values()].map(({ name }) => name).sort();
	expect(names).toEqual(['', 'Ben']);
});

test('a device that is signed out keeps everything and says so', async () => {
	const device = await openDevice();
	device.replica.act('L', [listOf('L')]);
	await signIn(device);
	await browser.ask('DELETE', '/api/session');
	expect(await signIn(device)).toMatchObject({ error: { code: 'unauthenticated' } });
	expect(device.session.problem).toBe('signed-out');
	await expect(sync(device)).rejects.toThrow('signed');
	expect(device.replica.pending).toBe(1);
});

test('a server for invited people only is no fault of the list', async () => {
	const device = await openDevice({ SIGNUP: 'invite' });
	await Visitor.signedUp(server);
	expect(await signIn(device)).toMatchObject({ error: { code: 'invite_only' } });
	expect(device.session.problem).toBe('invite-only');
});

test('somebody else on this device gets a database of their own, and the old one is kept', async () => {
	const device = await openDevice();
	await signIn(device);
	device.replica.act('L', [listOf('L'), addTo('L', 'Milk')]);
	await device.replica.saved();
	const before = device.replica.meta;
	browser = await Visitor.signedUp(server);
	expect(await signIn(device)).toBeNull();
	expect(device.wentTo).toEqual(['/lists/x']);
	expect(databaseName(device.storage)).not.toBe(device.databaseName);
	expect(device.replica.meta).toEqual(before);
	await dropEmptyDatabases(device.storage);
	expect(await namesOfDatabases()).toContain(device.databaseName);
});

test('when the first person comes back, what they had not sent is there again', async () => {
	const device = await openDevice();
	await signIn(device);
	const { cookie } = browser;
	device.replica.act('L', [listOf('L'), addTo('L', 'Milk')]);
	await device.replica.saved();
	browser = await Visitor.signedUp(server);
	await signIn(device);
	const other = await openReplica(device.storage);
	await signIn(other);
	browser.cookie = cookie;
	expect(await signIn(other)).toBeNull();
	expect(databaseName(device.storage)).toBe(device.databaseName);
	const again = await openReplica(device.storage);
	expect([...again.replica.view.items.values()].map(({ name }) => name)).toEqual(['Milk']);
	expect(again.replica.pending).toBe(2);
	await signIn(again);
	await sync(again);
	expect(again.replica.pending).toBe(0);
});

test('the database of somebody else in which nothing waits is removed', async () => {
	const device = await openDevice();
	await signIn(device);
	browser = await Visitor.signedUp(server);
	await signIn(device);
	device.replica.close();
	await dropEmptyDatabases(device.storage);
	await vi.waitFor(async () => expect(await namesOfDatabases()).not.toContain(device.databaseName));
});

test('what another tab did in it meanwhile, saved or not, keeps a database that had nothing in it', async () => {
	const device = await openDevice();
	await signIn(device);
	browser = await Visitor.signedUp(server);
	await signIn(device);
	// The other tab's: it has not heard yet who this device is now.
	device.replica.act('L', [listOf('L')]);
	await dropEmptyDatabases(device.storage);
	await device.replica.saved();
	await dropEmptyDatabases(device.storage);
	expect(await namesOfDatabases()).toContain(device.databaseName);
});

test('a note of former databases that nobody can read stops nothing', async () => {
	const storage = new MemoryStorage();
	storage.setItem('wga.databases-kept', '{"name":');
	await expect(dropEmptyDatabases(storage)).resolves.toBeUndefined();
});

const namesOfDatabases = async () => (await indexedDB.databases()).map(({ name }) => name);

test('a device that is paired to somebody stays on its database, and what it held is theirs', async () => {
	const device = await openDevice();
	device.replica.act('L', [listOf('L'), addTo('L', 'Milk')]);
	await signIn(device);
	await sync(device);
	const ann = await Visitor.signedUp(server, 'Ann');
	const theirs = await ann.makeList('Cookout', 'Buns');
	const { token } = (await ann.ask<{ token: string }>('POST', '/api/pairings', {})).body;
	const { userId } = device.replica.meta;
	const { body } = await browser.ask<SessionAnswer>('POST', '/api/pairings/redeem', {
		token,
		userId
	});
	expect(await takePerson(device, body, '/')).toBe(true);
	expect(device.replica.meta.userId).toBe(ann.userId);
	await sync(device);
	expect(namesOn(device, theirs)).toEqual(['Buns']);
	expect((await ann.sync()).rows.items.map(({ name }) => name)).toContain('Milk');
	expect(device.wentTo).toEqual([]);
});

test('a gateway that answers with a page, and nobody at all, are told apart and both pass by', async () => {
	const device = await openDevice();
	const request = await device.replica.request();
	const transport = createTransport(() => null);
	vi.stubGlobal('fetch', async () => new Response('<html>Bad gateway</html>', { status: 502 }));
	expect(await transport.send(request)).toMatchObject({ error: { code: 'unavailable' } });
	vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
	expect(await transport.send(request)).toBeNull();
});

test('a request that hangs on a dead connection goes out over the socket that connects meanwhile', async () => {
	const device = await openDevice();
	device.replica.act('L', [listOf('L')]);
	await signIn(device);
	await device.replica.saved();
	const socket = (await browser.connect()).disconnect();
	const transport = createTransport(() => socket);
	const request = await device.replica.request();
	// As on a connection that died without a word: no answer, and no error either.
	vi.stubGlobal('fetch', () => new Promise(() => undefined));
	const sent = transport.send(request);
	socket.connect();
	expect(await sent).toMatchObject({ reset: true, lmid: 0 });
});

test('a request that is answered over HTTP does not go out again when the socket connects', async () => {
	const device = await openDevice();
	await signIn(device);
	const socket = (await browser.connect()).disconnect();
	expect(await createTransport(() => socket).send(await device.replica.request())).not.toBeNull();
	const emitted: string[] = [];
	socket.onAnyOutgoing((event: string) => emitted.push(event));
	const connected = new Promise<void>((resolve) => socket.once('connect', resolve));
	socket.connect();
	await connected;
	expect(emitted).toEqual([]);
});
