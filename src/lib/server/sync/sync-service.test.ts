import { expect, onTestFinished, test, vi } from 'vitest';
import type { SyncAnswer } from '#lib/protocol/sync.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';
import { openDatabase } from '../db/open.ts';
import { join } from 'node:path';
import { temporaryFolder } from '../../../../tests/support/temporary-folder.ts';
import { createSyncService } from './sync-service.ts';
import { createSyncStore } from './sync-store.ts';
import { createWriter } from './writer.ts';

async function openService() {
	const database = await openDatabase(join(temporaryFolder(), 'grocery.db'));
	const { sqlite } = database;
	onTestFinished(() => database.close());
	const store = createSyncStore(sqlite, 'epoch-1', Date.now());
	const writer = createWriter(sqlite);
	const onWritten = vi.fn();
	const tools = { now: Date.now, newEpoch: () => 'epoch-2', sign: (claim: string) => claim };
	const onRenewed = vi.fn();
	const service = createSyncService({ store, writer, onWritten, onRenewed, ...tools });
	return { service, store, sqlite, onWritten };
}

function request(clientId: string, cursor: number, ...names: string[]) {
	const now = Date.now();
	const muts = names.map((name, at) => ({
		mid: at + 1,
		muid: `${clientId}-${at}`,
		name: 'list.create',
		args: { listId: name, name },
		at: now,
		base: 0,
		epoch: 'epoch-1'
	}));
	const rest = { v: PROTOCOL_VERSION, epoch: 'epoch-1', acked: 0, proof: null, now };
	return { ...rest, clientId, cursor, muts };
}

test('R2: a commit waits for the disk, because synchronous is FULL', async () => {
	const { sqlite } = await openService();
	expect(sqlite.pragma('synchronous', { simple: true })).toBe(2);
});

test('a request that changes nothing opens no transaction and moves no number', async () => {
	const { service, sqlite } = await openService();
	await service.handle('ann', request('c1', 0, 'Groceries'), null);
	const before = sqlite.prepare('SELECT total_changes()').pluck().get();
	const answer = (await service.handle('ann', request('c1', 1), null)) as SyncAnswer;
	expect(answer.cursor).toBe(1);
	expect(sqlite.prepare('SELECT total_changes()').pluck().get()).toBe(before);
});

test('requests of one moment share a commit, and each gets its own answer', async () => {
	const { service } = await openService();
	const answers = await Promise.all(
		['ann', 'ben', 'eve'].map((who) =>
			service.handle(who, request(`c-${who}`, 0, `of-${who}`), null)
		)
	);
	expect(
		answers.map((answer) => (answer as SyncAnswer).rows.lists.map(({ name }) => name))
	).toEqual([['of-ann'], ['of-ben'], ['of-eve']]);
});

test('the people on a list hear of a change, and the socket that made it is named', async () => {
	const { service, onWritten } = await openService();
	await service.handle('ann', request('c1', 0, 'Groceries'), 'socket-1');
	expect(onWritten).toHaveBeenCalledWith(new Set(['ann']), 1, 'socket-1');
});

test('a full or locked disk is "busy": nothing counts, and the same request works later', async () => {
	const { service, sqlite } = await openService();
	const pages = Number(sqlite.pragma('page_count', { simple: true }));
	sqlite.pragma(`max_page_count = ${pages}`);
	const names = Array.from({ length: 60 }, (_, at) => `${at}`.padEnd(64, 'x'));
	const full = await service.handle('ann', request('c1', 0, ...names), null);
	expect(full).toMatchObject({ error: { code: 'busy' } });
	sqlite.pragma('max_page_count = 1000000');
	const answer = (await service.handle('ann', request('c1', 0, ...names), null)) as SyncAnswer;
	expect(answer.lmid).toBe(60);
	expect(answer.rows.lists).toHaveLength(50);
	expect(answer.rejects.map(({ code }) => code)).toEqual(Array(10).fill('limit'));
});
