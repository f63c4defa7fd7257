import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { priceHistorySchema } from '#lib/protocol/price-history.ts';
import type { Prices } from '#lib/protocol/prices.ts';
import { statusSchema, type StatusAnswer } from '#lib/protocol/status.ts';
import { createLog } from '#lib/server/log.ts';
import { startFakeWalmart } from '../support/fake-walmart.ts';
import { routes } from '../support/routes.ts';
import { startServer } from '../support/start-app.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { Visitor } from '../support/visitor.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A server with its endpoints and tiers that has a fake Walmart behind it, on clocks that the test moves. */
async function setUp(env: Readonly<Record<string, string>> = {}) {
	const clock = { wall: Date.UTC(2026, 10, 18), monotonic: 0 };
	const fake = await startFakeWalmart(() => clock.wall);
	const dataDir = temporaryFolder();
	const lines: string[] = [];
	const start = () =>
		startServer({
			handler: routes,
			env: { DATA_DIR: dataDir, BACKUP_AUTO: 'off', ...fake.env, ...env },
			overrides: {
				now: () => clock.wall,
				monotonic: () => clock.monotonic,
				log: createLog('info', { write: (line) => void lines.push(line) })
			}
		});
	function pass(ms: number): void {
		clock.wall += ms;
		clock.monotonic += ms;
	}
	function sell(id: number, salePrice: number, more: Record<string, unknown> = {}): void {
		fake.items.set(String(id), { itemId: id, name: `Thing ${id}`, salePrice, ...more });
	}
	const server = await start();
	return { fake, server, start, pass, sell, lines, clock };
}

const pricesPath = (...ids: string[]): string => `/api/walmart/prices?ids=${ids.join(',')}`;

async function ask(visitor: Visitor, ...ids: string[]): Promise<Prices> {
	const { status, body } = await visitor.ask<Prices>('GET', pricesPath(...ids));
	expect(status).toBe(200);
	return body;
}

async function walmartStatus(visitor: Visitor): Promise<StatusAnswer['prices']> {
	const { body } = await visitor.ask<StatusAnswer>('GET', '/api/status');
	expect(v.is(statusSchema, body)).toBe(true);
	return body.prices;
}

describe('prices from Walmart', () => {
	test('are asked for by people with a session, and told to everybody from then on', async () => {
		const { fake, server, sell } = await setUp();
		sell(1, 3.48);
		const stranger = new Visitor(server);
		const ann = await Visitor.signedUp(server);
		expect(await ask(stranger, 'wm_1')).toEqual({ prices: [], unknown: ['wm_1'] });
		expect(fake.calls).toHaveLength(0);
		expect((await ask(ann, 'wm_1', 'gen_bananas')).prices).toEqual([
			expect.objectContaining({ productId: 'gen_bananas', source: 'embedded' }),
			expect.objectContaining({ productId: 'wm_1', source: 'walmart', priceCents: 348 })
		]);
		expect((await ask(stranger, 'wm_1')).prices).toMatchObject([{ priceCents: 348 }]);
		expect(fake.calls).toHaveLength(1);
		expect(fake.complaints).toEqual([]);
	});

	test('cost one call, however many people want one that nobody knows at once', async () => {
		const { fake, server, sell } = await setUp();
		sell(1, 2);
		const lookups = Array.from({ length: 1_000 }, () =>
			server.app.prices.lookup(['wm_1'], { askSource: true })
		);
		for (const found of await Promise.all(lookups)) expect(found.get('wm_1')?.priceCents).toBe(200);
		expect(fake.calls).toHaveLength(1);
	});

	test('come with a search of somebody with a session, whose finds are known from then on', async () => {
		const { fake, server, sell } = await setUp();
		sell(1, 4.5, { name: 'Zanzibar Ginger Fizz, 12 fl oz', categoryPath: 'Food/Beverages' });
		async function find(who: Visitor) {
			const path = '/api/walmart/products?q=zanzibar%20ginger%20fizz';
			return (await who.ask<{ products: object[] }>('GET', path)).body.products[0];
		}
		const stranger = new Visitor(server);
		expect(await find(stranger)).not.toMatchObject({ productId: 'wm_1' });
		expect(fake.calls).toHaveLength(0);
		const ann = await Visitor.signedUp(server);
		const fizz = { productId: 'wm_1', priceCents: 450, packMilli: 12_000, packUnit: 'fl oz' };
		expect(await find(ann)).toMatchObject(fizz);
		expect(await find(stranger)).toMatchObject(fizz);
		expect(fake.calls.map(({ path }) => path)).toEqual(['/search']);
	});

	test('are answered from before, and missing for what is new, once the day’s calls are used up', async () => {
		const { fake, server, sell, pass } = await setUp();
		sell(1, 2);
		sell(2, 3);
		const ann = await Visitor.signedUp(server);
		await ask(ann, 'wm_1');
		server.app.database.sqlite.exec('UPDATE walmart_calls SET calls = 5000');
		pass(7 * HOUR_MS);
		const { prices, unknown } = await ask(ann, 'wm_1', 'wm_2');
		expect(prices).toMatchObject([{ productId: 'wm_1', priceCents: 200, stale: true }]);
		expect(unknown).toEqual(['wm_2']);
		expect(fake.calls).toHaveLength(1);
		expect(await walmartStatus(ann)).toMatchObject({
			provider: 'walmart',
			walmart: { callsToday: 5_000, callsPerDay: 5_000, pause: { why: 'spent' } }
		});
		pass(17 * HOUR_MS);
		expect((await walmartStatus(ann)).walmart).toMatchObject({ callsToday: 0, pause: null });
		expect((await ask(ann, 'wm_2')).prices).toMatchObject([{ priceCents: 300 }]);
	});

	test('stay, with the count of the day and the ids that are not asked for, through a restart', async () => {
		const { fake, server, start, sell } = await setUp();
		sell(1, 2);
		fake.badIds.add('7');
		await ask(await Visitor.signedUp(server), 'wm_1');
		await ask(await Visitor.signedUp(server), 'wm_7');
		await server.close();
		fake.badIds.clear();
		const again = await start();
		const ann = await Visitor.signedUp(again);
		expect(await ask(ann, 'wm_1', 'wm_7')).toMatchObject({
			prices: [{ productId: 'wm_1', priceCents: 200, tier: 'sqlite' }],
			unknown: ['wm_7']
		});
		expect(fake.calls).toHaveLength(2);
		expect((await walmartStatus(ann)).walmart?.callsToday).toBe(2);
	});

	test('that are refused are said once in the log, without a secret, and in the status', async () => {
		const { fake, server, lines } = await setUp();
		const ann = await Visitor.signedUp(server);
		fake.misbehave(['bad key']);
		for (const id of ['wm_1', 'wm_2', 'wm_3']) await ask(ann, id, 'gen_bananas');
		await server.app.prices.settle();
		expect(fake.calls).toHaveLength(1);
		expect((await walmartStatus(ann)).walmart?.pause?.why).toBe('unauthorized');
		expect(lines.filter((line) => line.includes('Walmart'))).toHaveLength(1);
		expect(lines.join()).not.toContain(fake.env['WALMART_CONSUMER_ID']);
		expect(lines.join()).not.toContain('PRIVATE KEY');
	});

	test('do not hold up the end of the server', async () => {
		const { fake, server } = await setUp();
		fake.misbehave(['silent'], true);
		const asked = server.app.prices.lookup(['wm_1'], { askSource: true });
		await expect.poll(() => fake.calls.length).toBe(1);
		await server.close();
		expect((await asked).size).toBe(0);
	});
});

describe('a search at Walmart', () => {
	test('keeps what it finds, with prices, so that looking them up costs no call', async () => {
		const { fake, server, sell } = await setUp();
		sell(1, 2.5, { name: 'Whole Milk', categoryPath: 'Food/Dairy & Eggs/Milk' });
		sell(2, 3, { name: 'Oat Milk' });
		const found = await server.app.searchWalmart('milk', 'person');
		expect(found).toMatchObject([
			{ id: 'wm_1', name: 'Whole Milk', department: 'Dairy & Eggs' },
			{ id: 'wm_2', name: 'Oat Milk', department: 'Other' }
		]);
		const ann = await Visitor.signedUp(server);
		const { prices } = await ask(ann, 'wm_1', 'wm_2');
		expect(prices.map(({ priceCents }) => priceCents)).toEqual([250, 300]);
		expect(fake.calls).toHaveLength(1);
	});

	test('finds nothing where Walmart is not the source', async () => {
		const { server, fake } = await setUp({ PRICE_PROVIDER: 'embedded' });
		expect(await server.app.searchWalmart('milk', 'person')).toEqual([]);
		expect(fake.calls).toHaveLength(0);
	});
});

describe('GET /api/walmart/products/:id/history', () => {
	const historyPath = (id: string): string => `/api/walmart/products/${id}/history`;

	test('has a point for each change, for everybody, and asks nobody', async () => {
		const { fake, server, sell, pass, clock } = await setUp({ PRICE_TIERS: 'sqlite' });
		const startedAt = clock.wall;
		const ann = await Visitor.signedUp(server);
		for (const price of [2, 2, 3, 2.5]) {
			sell(1, price);
			await ask(ann, 'wm_1');
			await server.app.prices.settle();
			pass(DAY_MS);
		}
		const before = fake.calls.length;
		const { status, body } = await new Visitor(server).ask('GET', historyPath('wm_1'));
		expect(status).toBe(200);
		expect(v.is(priceHistorySchema, body)).toBe(true);
		expect(body).toEqual({
			productId: 'wm_1',
			points: [
				{ at: startedAt, priceCents: 200, source: 'walmart' },
				{ at: startedAt + 2 * DAY_MS, priceCents: 300, source: 'walmart' },
				{ at: startedAt + 3 * DAY_MS, priceCents: 250, source: 'walmart' }
			],
			lowest90: { priceCents: 200, at: startedAt }
		});
		expect(fake.calls).toHaveLength(before);
	});

	test('is empty for what only has a sample price, and 404 for what is not known', async () => {
		const { server } = await setUp();
		const ann = await Visitor.signedUp(server);
		await ask(ann, 'gen_bananas');
		await server.app.prices.settle();
		expect((await ann.ask('GET', historyPath('gen_bananas'))).body).toEqual({
			productId: 'gen_bananas',
			points: [],
			lowest90: null
		});
		for (const id of ['wm_404', '..%2F', 'x'.repeat(100)])
			expect((await ann.ask('GET', historyPath(id))).status).toBe(404);
	});
});
