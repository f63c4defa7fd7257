import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { newId } from '#lib/client/identity.ts';
import type { Prices } from '#lib/protocol/prices.ts';
import { startBuiltServer, type BuiltServer } from '../../scripts/built-server.ts';
import { HeadlessDevice } from '../support/headless-device.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';
import { findViolations } from '../support/verdict.ts';

/** Where Debian, Fedora and Arch put it. */
const LIBRARIES = ['x86_64-linux-gnu/', 'aarch64-linux-gnu/', '', '../lib64/'].map(
	(folder) => `/usr/lib/${folder}faketime/libfaketime.so.1`
);
const DAY_MS = 86_400_000;
/** Longer than a price is kept in memory here. */
const EXPIRED_MS = 1_500;

interface MovedClock {
	readonly server: BuiltServer;
	readonly dataDir: string;
	/** The server's wall clock runs so far beside the real one from now on. */
	move(ms: number): void;
}

async function startWithMovedClock(library: string): Promise<MovedClock> {
	const folder = temporaryFolder();
	const file = join(folder, 'clock');
	const move = (ms: number) => writeFileSync(file, `${ms < 0 ? '-' : '+'}${Math.abs(ms) / 1_000}`);
	move(0);
	const dataDir = join(folder, 'data');
	const server = await startBuiltServer({
		dataDir,
		env: {
			LD_PRELOAD: library,
			FAKETIME_TIMESTAMP_FILE: file,
			FAKETIME_NO_CACHE: '1',
			FAKETIME_DONT_FAKE_MONOTONIC: '1',
			WALMART_CACHE_TTL: '1'
		}
	});
	onTestFinished(() => void server.stop('SIGKILL'));
	return { server, dataDir, move };
}

async function priceAt({ url }: BuiltServer): Promise<Prices['prices'][number] | undefined> {
	const response = await fetch(`${url}/api/walmart/prices?ids=gen_bananas`);
	return ((await response.json()) as Prices).prices[0];
}

test('R18: a clock that jumps a day forth and two back changes no order, no session and no freshness', async ({
	skip
}) => {
	const library = LIBRARIES.find((file) => existsSync(file));
	if (library === undefined) return skip('libfaketime is not installed (Debian: faketime)');
	const clock = await startWithMovedClock(library);
	const { server } = clock;
	const ann = await HeadlessDevice.open(server.url, 'Ann');
	const ben = await HeadlessDevice.open(server.url, 'Ben');
	onTestFinished(() => [ann, ben].forEach((device) => device.close()));
	const [listId, id] = [newId(), newId()];
	const rest = { quantity: { milli: 1_000, unit: null }, note: '', productId: null };
	await ann.act({ name: 'list.create', args: { listId, name: 'Groceries' } });
	await ann.act({
		name: 'item.add',
		args: { listId, id, name: 'Thing', ...rest, keepSeparate: false }
	});
	await ann.invite(ben, listId);
	const epoch = ann.stored.meta.epoch;
	const nameOn = ({ stored }: HeadlessDevice) => stored.items.get(id)?.name;

	for (const [turn, offsetMs] of [DAY_MS, -DAY_MS, 0].entries()) {
		await priceAt(server);
		clock.move(offsetMs);
		expect(await priceAt(server), 'what was kept a moment ago').toMatchObject({ tier: 'memory' });
		await sleep(EXPIRED_MS);
		expect((await priceAt(server))?.tier, 'what was kept for its time').not.toBe('memory');
		await sleep(EXPIRED_MS);
		const { checkedAt = 0, stale } = (await priceAt(server)) ?? {};
		expect(stale).toBe(false);
		expect(Math.abs(checkedAt - Date.now() - offsetMs)).toBeLessThan(60_000);

		for (const [one, other] of [
			[ann, ben],
			[ben, ann]
		] as const) {
			const name = `Thing ${turn} of ${one.name}`;
			await one.act({ name: 'item.set', args: { listId, id, patch: { name } } });
			await until('the last word to stand', () => nameOn(one) === name && nameOn(other) === name);
		}
		for (const { visitor } of [ann, ben])
			expect((await visitor.ask('GET', '/api/devices')).status).toBe(200);
	}
	expect([ann.connects, ben.connects]).toEqual([1, 1]);
	await until('nothing to wait', () =>
		[ann, ben].every(({ stored }) => stored.outbox.length === 0)
	);
	await until('both to hold the same', () => ann.stored.meta.cursor === ben.stored.meta.cursor);
	expect(await server.stop()).toBe(0);
	expect(findViolations(join(clock.dataDir, 'grocery.db'), [ann, ben], epoch)).toEqual([]);
}, 120_000);
