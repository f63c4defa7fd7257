import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test, vi } from 'vitest';
import { statusSchema, type StatusAnswer } from '#lib/protocol/status.ts';
import { backupName, writeManifest, type BackupRecord } from '#lib/server/backup/manifest.ts';
import { DAY_MS } from '../support/clock.ts';
import { startRedis } from '../support/redis.ts';
import { routes } from '../support/routes.ts';
import { startServer } from '../support/start-app.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { Visitor } from '../support/visitor.ts';

/** A server with a folder of backups that it leaves alone, and clocks that the test moves. */
async function start(env: Readonly<Record<string, string>> = {}) {
	const folder = temporaryFolder();
	const backupDir = join(folder, 'backups');
	mkdirSync(backupDir);
	const clock = { passedMs: 0 };
	const startedAt = Date.now();
	const server = await startServer({
		handler: routes,
		env: { DATA_DIR: join(folder, 'data'), BACKUP_DIR: backupDir, BACKUP_AUTO: 'off', ...env },
		overrides: { now: () => startedAt + clock.passedMs, monotonic: () => clock.passedMs }
	});
	const ann = await Visitor.signedUp(server);
	return {
		server,
		ann,
		backupDir,
		startedAt,
		clock,
		status: async () => (await ann.ask<StatusAnswer>('GET', '/api/status')).body,
		degraded: async () => {
			const { status, body } = await ann.ask<{ degraded: string[] }>('GET', '/readyz');
			expect(status).toBe(200);
			return body.degraded;
		}
	};
}

/** A backup as the folder notes it; its file is there, and what is in it does not matter here. */
function keepBackup(backupDir: string, takenAt: number): BackupRecord {
	const file = backupName(takenAt);
	writeFileSync(join(backupDir, file), 'packed');
	return {
		file,
		takenAt,
		verifiedAt: takenAt + 2_000,
		bytes: 4_200_000,
		sha256: 'a'.repeat(64),
		databaseBytes: 9_000_000,
		schema: '0004_timeline',
		sqliteVersion: '3.54.1',
		epoch: 'e',
		counts: { lists: 1, items: 2, products: 3, prices: 4 }
	};
}

const nothing = { backups: [], lastDrill: null, lastFailure: null };

describe('GET /api/status', () => {
	test('says who it is, since when it runs, and how it stands, in the shape that devices expect', async () => {
		const { status, startedAt, clock } = await start();
		clock.passedMs = 5_000;
		const answer = await status();
		expect(v.is(statusSchema, answer)).toBe(true);
		expect(answer).toMatchObject({
			version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
			startedAt,
			now: startedAt + 5_000,
			ready: true,
			degraded: [],
			prices: { provider: 'embedded', tiers: ['memory', 'sqlite'], redis: 'unused' },
			language: {
				engine: 'model',
				isQueueOn: true,
				model: { name: 'llama2:7b', state: 'not-loaded', concurrency: 2, runningCount: 0 }
			},
			storage: { freeBytes: expect.any(Number), databaseBytes: expect.any(Number) }
		});
		expect(answer.storage.databaseBytes).toBeGreaterThan(4_096);
	});

	test('tells of the products on one’s own lists alone, and how long ago they were checked', async () => {
		const { server, ann, status, startedAt, clock } = await start();
		expect((await status()).prices.onLists).toMatchObject({
			productCount: 0,
			oldestCheckedAt: null
		});
		const listId = await ann.makeList();
		const item = (name: string, productId: string) => {
			const add = ann.add(listId, name);
			return { ...add, args: { ...add.args, productId } } as typeof add;
		};
		await ann.sync(item('Bananas', 'gen_bananas'), item('Eggs', 'gen_eggs'));
		const ben = await Visitor.signedUp(server);
		await ben.makeList();
		await server.app.prices.lookup(['gen_bananas'], { askSource: true });
		clock.passedMs = 60_000;
		expect((await status()).prices.onLists).toEqual({
			productCount: 2,
			knownCount: 1,
			newestCheckedAt: startedAt,
			oldestCheckedAt: startedAt
		});
		const bens = (await ben.ask<StatusAnswer>('GET', '/api/status')).body;
		expect(bens.prices.onLists).toMatchObject({ productCount: 0, knownCount: 0 });
	});

	test('counts devices by their sockets, each once, and says when this person was heard', async () => {
		const { server, ann, status, startedAt, clock } = await start();
		expect((await status()).sync).toEqual({
			realtime: 'socket',
			connectedCount: 0,
			lastHeardAt: null
		});
		const [first, second] = [await ann.connect(), await ann.connect()];
		const bens = await (await Visitor.signedUp(server)).connect();
		clock.passedMs = 7_000;
		await ann.makeList();
		expect((await status()).sync).toMatchObject({
			connectedCount: 2,
			lastHeardAt: startedAt + 7_000
		});
		first.close();
		bens.close();
		await vi.waitFor(async () => expect((await status()).sync.connectedCount).toBe(1));
		second.close();
		await vi.waitFor(async () => expect((await status()).sync.connectedCount).toBe(0));
	});

	test('tells of backups and drills what the folder notes, without a word of why one failed', async () => {
		const { status, backupDir, startedAt } = await start();
		const backups = [1, 25].map((hours) =>
			keepBackup(backupDir, startedAt - hours * 3_600_000 - (startedAt % 1_000))
		);
		const failedAt = startedAt - 60_000;
		await writeManifest(backupDir, {
			backups,
			lastDrill: { at: failedAt, file: backups[0]?.file ?? '', tookMs: 2_000, problem: null },
			lastFailure: { at: failedAt, message: `${backupDir} is full` }
		});
		const answer = await status();
		expect(answer.degraded).toEqual(['backup']);
		expect(answer.backups).toEqual({
			isAutomatic: false,
			keptCount: 2,
			unverifiedCount: 0,
			last: {
				takenAt: backups[0]?.takenAt,
				verifiedAt: backups[0]?.verifiedAt,
				bytes: 4_200_000
			},
			failedAt,
			lastDrill: { at: failedAt, tookMs: 2_000, isWhole: true }
		});
		expect(JSON.stringify(answer)).not.toContain(backupDir);
	});

	test.each(['', '{"backups":[', '[]', '{"backups":"all of them"}', 'null'])(
		'counts files as unverified where the manifest is damaged: %j',
		async (text) => {
			const { status, backupDir, startedAt } = await start();
			keepBackup(backupDir, startedAt - (startedAt % 1_000));
			writeFileSync(join(backupDir, 'manifest.json'), text);
			expect((await status()).backups).toEqual({
				isAutomatic: false,
				keptCount: 0,
				unverifiedCount: 1,
				last: null,
				failedAt: null,
				lastDrill: null
			});
		}
	);

	test('says that it does not know where the folder of backups cannot be read', async () => {
		const file = join(temporaryFolder(), 'backups');
		writeFileSync(file, 'no folder');
		const { status } = await start({ BACKUP_DIR: file });
		expect(await status()).toMatchObject({ ready: true, degraded: [], backups: null });
	});

	test('says that it does not know what the database no longer tells', async () => {
		const { server, ann } = await start();
		const session = server.app.people.find(ann.cookie.split('=')[1] ?? '');
		if (session === null) throw new Error('Ann is signed in.');
		vi.spyOn(server.app.database, 'isWritable').mockReturnValue(false);
		server.app.database.sqlite.exec('DROP TABLE sync_clients; DROP TABLE list_members');
		expect(await server.app.status(session)).toMatchObject({
			ready: false,
			prices: { onLists: null },
			sync: { lastHeardAt: null }
		});
	});

	test('names what an operator has switched, and a Redis that is gone', async () => {
		const redis = await startRedis();
		const { status } = await start({
			REDIS_URL: redis.url,
			REALTIME: 'polling',
			BACKUP_AUTO: 'on',
			WALMART_NLP_QUEUE: 'off',
			PRICE_SAMPLE_DRIFT: 'on',
			PRICE_TIERS: 'redis'
		});
		await redis.kill();
		await vi.waitFor(async () => expect((await status()).prices.redis).toBe('down'));
		expect(await status()).toMatchObject({
			degraded: ['redis'],
			prices: { tiers: ['redis'], isDrifting: true },
			language: { isQueueOn: false },
			backups: { isAutomatic: true },
			sync: { realtime: 'polling' }
		});
		expect(JSON.stringify(await status())).not.toContain(redis.url);
	});
});

describe('GET /readyz', () => {
	const late = 2 * DAY_MS + 60_000;

	test('misses a backup once none was made in two days, and not before the server had two days for it', async () => {
		const { degraded, backupDir, startedAt, clock } = await start({ BACKUP_AUTO: 'on' });
		await writeManifest(backupDir, {
			...nothing,
			backups: [keepBackup(backupDir, startedAt - 9 * DAY_MS)]
		});
		expect(await degraded()).toEqual([]);
		clock.passedMs = late;
		expect(await degraded()).toEqual(['backup']);
		const made = keepBackup(backupDir, startedAt + DAY_MS);
		await writeManifest(backupDir, { ...nothing, backups: [made] });
		clock.passedMs += 2_000;
		expect(await degraded()).toEqual([]);
	});

	test('misses none where the operator makes them', async () => {
		const { degraded, clock } = await start();
		clock.passedMs = late;
		expect(await degraded()).toEqual([]);
	});

	test('counts no backup that was made in the future', async () => {
		const { degraded, backupDir, startedAt, clock } = await start({ BACKUP_AUTO: 'on' });
		const backups = [keepBackup(backupDir, startedAt + 90 * DAY_MS)];
		await writeManifest(backupDir, { ...nothing, backups });
		clock.passedMs = late;
		expect(await degraded()).toEqual(['backup']);
	});

	test('misses a backup whose latest try failed, until one has succeeded', async () => {
		const { degraded, backupDir, startedAt, clock } = await start();
		await writeManifest(backupDir, { ...nothing, lastFailure: { at: startedAt, message: 'full' } });
		expect(await degraded()).toEqual(['backup']);
		await writeManifest(backupDir, nothing);
		clock.passedMs = 2_000;
		expect(await degraded()).toEqual([]);
	});
});
