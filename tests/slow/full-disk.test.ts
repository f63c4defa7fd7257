import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { newId } from '#lib/client/identity.ts';
import { startBuiltServer } from '../../scripts/built-server.ts';
import { HeadlessDevice } from '../support/headless-device.ts';
import { openServerData } from '../support/server-data.ts';
import { mountSmallDisk } from '../support/small-disk.ts';
import { until } from '../support/until.ts';
import { findViolations } from '../support/verdict.ts';
import { Visitor } from '../support/visitor.ts';

const DISK_MB = 24;
/** More than the log beside the database can have room for once it is full. */
const MAX_WRITES = 3_000;
const REFUSAL = { error: { code: 'busy', message: expect.stringContaining('cannot write') } };

test('R11: on a full disk reads go on and writes are refused, and with room it heals by itself', async ({
	skip
}) => {
	const disk = mountSmallDisk(DISK_MB);
	if (typeof disk === 'string') return skip(disk);
	const server = await startBuiltServer({ dataDir: disk.folder });
	onTestFinished(() => void server.stop('SIGKILL'));
	const ann = await HeadlessDevice.open(server.url, 'Ann');
	const ben = await HeadlessDevice.open(server.url, 'Ben');
	onTestFinished(() => [ann, ben].forEach((device) => device.close()));
	const listId = newId();
	await ann.act({ name: 'list.create', args: { listId, name: 'Groceries' } });
	await ann.invite(ben, listId);
	const epoch = ann.stored.meta.epoch;
	const { visitor } = ann;

	disk.fill();
	// What the log beside the database has room for still goes in.
	for (let writes = 0; writes < MAX_WRITES && isKept(ann); writes++) {
		await ann.act(thing(ann, listId));
		for (let waits = 0; waits < 100 && !isKept(ann); waits++) await sleep(10);
	}
	expect(isKept(ann)).toBe(false);
	const [annConnects, benConnects] = [ann.connects, ben.connects];

	const ready = await visitor.ask('GET', '/readyz');
	expect([ready.status, ready.body]).toEqual([503, { ready: false, degraded: ['disk'] }]);
	expect((await visitor.ask('GET', '/healthz')).status).toBe(200);
	expect((await visitor.ask('GET', '/api/devices')).status).toBe(200);
	expect((await visitor.ask('GET', '/api/walmart/prices?ids=gen_bananas')).status).toBe(200);
	expect((await fetch(server.url)).status).toBe(200);

	const writing: [string, string, object][] = [
		['POST', '/api/session', { name: 'Anna' }],
		['POST', '/api/invites', { listId, role: 'viewer' }],
		['POST', '/api/pairings', {}],
		['DELETE', `/api/lists/${listId}/members/${ben.userId}`, {}]
	];
	for (const [method, path, body] of writing) {
		const refused = await visitor.ask(method, path, body);
		expect([path, refused.status, refused.body]).toEqual([path, 503, REFUSAL]);
	}
	const newcomer = await new Visitor(server).signIn();
	expect([newcomer.status, newcomer.body]).toEqual([503, REFUSAL]);
	for (let i = 0; i < 20; i++) {
		await ann.act(thing(ann, listId));
		await ben.act(thing(ben, listId));
	}
	await sleep(3_000);
	expect([ann.connects, ben.connects]).toEqual([annConnects, benConnects]);
	expect([ann.isOnline, ben.isOnline]).toEqual([true, true]);

	disk.resize(64);
	const freedAt = performance.now();
	await until('what devices kept to go in', () => isKept(ann) && isKept(ben));
	const seconds = (performance.now() - freedAt) / 1_000;
	process.stdout.write(`what devices kept was in ${seconds.toFixed(1)} s after there was room\n`);
	expect((await visitor.ask('GET', '/readyz')).status).toBe(200);
	expect((await visitor.ask('POST', '/api/pairings', {})).status).toBe(201);
	expect([ann.connects, ben.connects]).toEqual([annConnects, benConnects]);

	await until('both to hold the same', () => ann.stored.meta.cursor === ben.stored.meta.cursor);
	expect(await server.stop()).toBe(0);
	expect(findViolations(join(disk.folder, 'grocery.db'), [ann, ben], epoch)).toEqual([]);
}, 180_000);

test('R11: a server ends well on a full disk, says why it does not start there, and starts once there is room', async ({
	skip
}) => {
	const disk = mountSmallDisk(DISK_MB);
	if (typeof disk === 'string') return skip(disk);
	const server = await startBuiltServer({ dataDir: disk.folder });
	onTestFinished(() => void server.stop('SIGKILL'));
	const visitor = await Visitor.signedUp(server);
	const listId = await visitor.makeList();
	disk.fill();
	const taken: string[] = [];
	let refusal = '';
	while (refusal === '' && taken.length < MAX_WRITES) {
		const id = newId();
		refusal = await visitor.sync(visitor.add(listId, `Thing ${id}`, id)).then(() => '', String);
		if (refusal === '') taken.push(id);
		await sleep(60); // as fast as a session may
	}
	expect(refusal).toContain('busy: The server cannot write just now.');
	expect(await server.stop()).toBe(0);

	disk.fill(); // What the end gave back.
	const { status, stderr } = spawnSync(process.execPath, ['build/server/main.js'], {
		env: { DATA_DIR: disk.folder, PORT: '0' },
		encoding: 'utf8',
		timeout: 30_000
	});
	expect(stderr).toMatch(
		/^.*(full|no space left).*Make room on the disk that holds DATA_DIR, and start again\.\n$/
	);
	expect(status).toBe(1);

	disk.resize(64);
	const next = await startBuiltServer({ dataDir: disk.folder });
	expect(await next.stop()).toBe(0);
	const data = openServerData(join(disk.folder, 'grocery.db'));
	expect(data.integrity).toBe('ok');
	expect(data.itemIds).toEqual(expect.arrayContaining(taken));
	data.close();
}, 120_000);

/** The server has everything that was done there. */
const isKept = ({ log, acknowledgedCount }: HeadlessDevice): boolean =>
	acknowledgedCount === log.length;

function thing(device: HeadlessDevice, listId: string) {
	const id = newId();
	const rest = { note: 'n'.repeat(400), productId: null, keepSeparate: false };
	const quantity = { milli: 1_000, unit: null };
	const name = `Thing ${device.log.length} of ${device.name}`;
	return { name: 'item.add' as const, args: { listId, id, name, quantity, ...rest } };
}
