import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { embeddedCatalog } from '#lib/domain/catalog.ts';
import type { Product } from '#lib/domain/product.ts';
import { parseConfig } from '#lib/server/config.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { createWalmartLedger } from '#lib/server/db/walmart-ledger.ts';
import { createEmbeddedProvider } from '#lib/server/prices/embedded.ts';
import { NotAsked } from '#lib/server/prices/walmart/provider.ts';
import { openWalmart } from '#lib/server/prices/walmart/walmart.ts';
import { readWalmartAccount } from '#lib/server/walmart-account.ts';
import { startFakeWalmart, type Mischief } from '../support/fake-walmart.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** The beginning of a day in UTC. */
const START = Date.UTC(2026, 10, 18);

interface SetUp {
	readonly env?: Readonly<Record<string, string>>;
	readonly callsPerDay?: number;
	readonly timeoutMs?: number;
}

/** The provider over real sockets and a real ledger, on clocks that waiting moves and the test can set. */
async function setUp({ env = {}, callsPerDay = 5_000, timeoutMs = 20_000 }: SetUp = {}) {
	const clock = { wall: START, monotonic: 1_000 };
	const fake = await startFakeWalmart(() => clock.wall);
	const { walmart: config } = parseConfig({ ...fake.env, ...env });
	const database = await openDatabase(join(temporaryFolder(), 'grocery.db'));
	onTestFinished(() => database.close());
	const catalog = embeddedCatalog();
	const problems: string[] = [];
	const products: Product[] = [];

	function pass(ms: number): void {
		clock.wall += ms;
		clock.monotonic += ms;
	}

	/** The clock goes on as far as whoever waits wants, one after the other. */
	async function sleepUntil(ms: number): Promise<void> {
		const until = clock.monotonic + ms;
		await nextTurn();
		pass(Math.max(0, until - clock.monotonic));
	}

	/** As a start of the server would, on the same database. */
	function open() {
		const now = () => clock.wall;
		const productById = catalog.byId.bind(catalog);
		const walmart = openWalmart({
			...config,
			account: readWalmartAccount(config),
			ledger: createWalmartLedger(database.sqlite),
			others: createEmbeddedProvider({ productById, now, drift: null }),
			readSize: (text) => (text === '1 gal' ? { packMilli: 1_000, packUnit: 'gal' } : null),
			onProducts: (seen) => void products.push(...seen),
			now,
			monotonic: () => clock.monotonic,
			report: (problem) => void problems.push(String(problem)),
			sleep: sleepUntil,
			random: () => 0.5,
			callsPerDay,
			timeoutMs
		});
		onTestFinished(() => walmart.close());
		return walmart;
	}

	/** It sells these from now on, for a dollar and so many cents as their id. */
	function sell(...ids: number[]): void {
		for (const id of ids)
			fake.items.set(String(id), { itemId: id, name: `Thing ${id}`, salePrice: 1 + id / 100 });
	}

	const walmart = open();
	/** Cents by product, or null when it could not be asked. */
	const price = async (...ids: number[]) => {
		const seen = await orNull(walmart.provider.fetchPrices(ids.map(toProductId), 'person'));
		return seen && Object.fromEntries(seen.map((each) => [each.productId, each.priceCents]));
	};
	const callCount = () => fake.calls.length;
	return { fake, walmart, open, sell, price, pass, clock, problems, products, callCount };
}

const toProductId = (id: number): string => `wm_${id}`;
function orNull<T>(asked: Promise<T>): Promise<T | null> {
	return asked.catch((problem: unknown) => {
		if (problem instanceof NotAsked) return null;
		throw problem;
	});
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

describe('a call', () => {
	test('is signed anew each time, and asks for 20 ids at most', async () => {
		const { fake, sell, price } = await setUp();
		sell(...upTo(45));
		expect(Object.keys((await price(...upTo(45))) ?? {})).toHaveLength(45);
		expect(fake.complaints).toEqual([]);
		expect(fake.calls.map(({ parameters }) => parameters['ids']?.split(',').length)).toEqual([
			20, 20, 5
		]);
		expect(new Set(fake.calls.map(({ timestamp }) => timestamp)).size).toBe(3);
	});

	test('comes no sooner than a quarter of a second after the one before', async () => {
		const { fake, sell, price } = await setUp();
		sell(...upTo(30));
		await Promise.all(upTo(30).map((id) => price(id)));
		const times = fake.calls.map(({ timestamp }) => timestamp).sort((a, b) => a - b);
		expect(times).toHaveLength(30);
		for (const [at, time] of times.entries())
			if (at > 0) expect(time - (times[at - 1] ?? 0)).toBeGreaterThanOrEqual(250);
	});

	test('is not made for whoever would wait for it longer than 20 seconds', async () => {
		const { price, callCount } = await setUp();
		await Promise.all(upTo(200).map((id) => price(id)));
		expect(callCount()).toBe(81);
	});

	test('says the place and the publisher where they are set, and nothing where they are not', async () => {
		const place = { WALMART_ZIP: '90210', WALMART_STORE_ID: '12', WALMART_PUBLISHER_ID: 'me' };
		const here = await setUp({ env: place });
		await here.price(1);
		expect(here.fake.calls[0]?.parameters).toEqual({
			ids: '1',
			zipCode: '90210',
			storeId: '12',
			publisherId: 'me'
		});
		const anywhere = await setUp();
		await anywhere.price(1);
		expect(anywhere.fake.calls[0]?.parameters).toEqual({ ids: '1' });
	});

	test('is for Walmart’s own products; the others keep their sample, also while Walmart is away', async () => {
		const { fake, walmart, sell } = await setUp();
		sell(1);
		const ids = ['gen_bananas', 'wm_1', 'wm_x'];
		const ask = () => walmart.provider.fetchPrices(ids, 'person');
		expect((await ask()).map(({ productId, source }) => [productId, source])).toEqual([
			['gen_bananas', 'embedded'],
			['wm_1', 'walmart']
		]);
		expect(fake.calls.map(({ parameters }) => parameters['ids'])).toEqual(['1']);
		fake.misbehave(['forbidden']);
		expect((await ask()).map(({ productId }) => productId)).toEqual(['gen_bananas']);
		// The refresher has nothing from it, and comes back sooner for a question that was refused.
		await expect(walmart.provider.fetchPrices(ids, 'refresher')).rejects.toThrow(NotAsked);
	});

	test('that is on its way is broken off when the server ends, and none follows', async () => {
		const { fake, walmart, price, problems, callCount } = await setUp();
		fake.misbehave(['silent'], true);
		const asked = price(1);
		await expect.poll(callCount).toBe(1);
		walmart.close();
		expect(await asked).toBe(null);
		expect(await price(2)).toBe(null);
		expect(callCount()).toBe(1);
		expect(problems).toEqual([]);
	});
});

describe('an item', () => {
	async function seen(item: Record<string, unknown>) {
		const { fake, walmart, products } = await setUp();
		fake.items.set('7', { itemId: 7, name: 'Milk', ...item });
		const [observation] = await walmart.provider.fetchPrices(['wm_7'], 'person');
		return { observation, product: products[0] };
	}

	test.each<[unknown, number | null]>([
		[3.48, 348],
		[0.1, 10],
		[1.15, 115],
		[19.99, 1_999],
		['4.97', 497],
		[99_999.99, 9_999_999],
		[100_000, null],
		[0, null],
		[0.001, null],
		[-1, null],
		['', null],
		['free', null],
		[null, null],
		[undefined, null],
		[{ amount: 3 }, null]
	])('with the price %j costs %j cents', async (salePrice, cents) => {
		const { observation } = await seen({ salePrice });
		expect(observation).toMatchObject({ priceCents: cents, source: 'walmart', checkedAt: START });
	});

	test.each([
		[{ stock: 'Available' }, 'available'],
		[{ stock: 'Limited Supply' }, 'limited'],
		[{ stock: 'Last few items' }, 'limited'],
		[{ stock: 'Not available' }, 'unavailable'],
		[{ stock: 'Not available', availableOnline: true }, 'unavailable'],
		[{ availableOnline: false }, 'unavailable'],
		[{ availableOnline: true }, 'available'],
		[{ stock: 12 }, 'unknown'],
		[{}, 'unknown']
	])('with %j is told as %s', async (fields, availability) => {
		const { observation } = await seen({ salePrice: 1, ...fields });
		expect(observation).toMatchObject({ availability, priceCents: 100 });
	});

	test('has plain words, a department of ours, and a pack and unit price where its size can be read', async () => {
		const { observation, product } = await seen({
			name: 'Ben &amp; Jerry&#39;s  Half&#xBD;\n Milk &bogus;',
			brandName: 'Cr&egrave;me',
			categoryPath: 'Home Page/Food/Dairy & Eggs/Milk',
			size: '1 gal',
			salePrice: 2.56,
			upc: 78742351865
		});
		expect(product).toMatchObject({
			id: 'wm_7',
			name: "Ben & Jerry's Half½ Milk &bogus;",
			brand: 'Crème',
			department: 'Dairy & Eggs',
			aisle: 'Milk',
			packMilli: 1_000,
			packUnit: 'gal',
			sampleCents: null
		});
		expect(observation?.unitPrice).toEqual({ milliCents: 2_000, per: 'fl oz' });
	});

	test('of which nothing but the id is known has a price of null and is no product', async () => {
		const { observation, product } = await seen({ name: undefined, brandName: 3, size: [] });
		expect(observation).toMatchObject({
			productId: 'wm_7',
			priceCents: null,
			unitPrice: null,
			availability: 'unknown'
		});
		expect(product).toBe(undefined);
	});

	test('that somebody else sells there, or that cannot be read, has no price and leaves the others theirs', async () => {
		const { fake, sell, price } = await setUp();
		sell(1, 2, 3);
		fake.items.set('2', { itemId: 2, name: 'Dear milk', salePrice: 39, marketplace: true });
		fake.items.set('3', { itemId: 'three', salePrice: 1 });
		expect(await price(1, 2, 3)).toEqual({ wm_1: 101 });
	});

	test('that was not asked for is not taken', async () => {
		const { fake, price } = await setUp();
		fake.items.set('1', { itemId: 2, salePrice: 5 });
		expect(await price(1)).toEqual({});
	});
});

describe('when Walmart answers', () => {
	test('400 for a bad id, the others have their prices, and it alone is not asked for for 7 days', async () => {
		const { fake, sell, price, pass, callCount } = await setUp();
		sell(...upTo(20));
		fake.badIds.add('13');
		expect(Object.keys((await price(...upTo(20))) ?? {})).toHaveLength(19);
		expect(callCount()).toBeLessThanOrEqual(11);
		fake.badIds.delete('13');
		const before = callCount();
		pass(7 * DAY_MS - MINUTE_MS);
		expect(await price(13)).toEqual({});
		expect(callCount()).toBe(before);
		pass(MINUTE_MS);
		expect(await price(13)).toEqual({ wm_13: 113 });
	});

	test('400 for anything else, no id is blamed for it', async () => {
		const { fake, walmart, sell, price, pass, callCount } = await setUp();
		sell(1, 2);
		fake.misbehave(['bad zip']);
		expect(await price(1, 2)).toBe(null);
		expect(callCount()).toBe(1);
		expect(walmart.state().pause?.why).toBe('failing');
		pass(MINUTE_MS);
		expect(await price(1, 2)).toEqual({ wm_1: 101, wm_2: 102 });
	});

	test('401, it is not asked again for an hour, and the state says that the key is not taken', async () => {
		const { fake, walmart, sell, price, pass, callCount, problems } = await setUp();
		sell(1);
		fake.misbehave(['bad key']);
		expect(await price(1)).toBe(null);
		expect(await price(1)).toBe(null);
		expect(callCount()).toBe(1);
		expect(walmart.state().pause).toEqual({ why: 'unauthorized', until: START + HOUR_MS });
		expect(problems).toHaveLength(1);
		pass(HOUR_MS);
		expect(await price(1)).toEqual({ wm_1: 101 });
		expect(walmart.state().pause).toBe(null);
	});

	test('401 for an old timestamp, it is asked once more with a new one', async () => {
		const { fake, walmart, sell, price } = await setUp();
		sell(1);
		fake.misbehave(['expired']);
		expect(await price(1)).toEqual({ wm_1: 101 });
		const [first, second] = fake.calls.map(({ timestamp }) => timestamp);
		expect(second).toBeGreaterThan(first ?? Infinity);
		expect(walmart.state().pause).toBe(null);
	});

	test('401 for the time twice, the state says that the clock is wrong', async () => {
		const { fake, walmart, price, callCount } = await setUp();
		fake.misbehave(['expired'], true);
		await price(1);
		await price(1);
		expect(callCount()).toBe(2);
		expect(walmart.state().pause?.why).toBe('clock');
	});

	test('403, it is not asked before the next start', async () => {
		const { fake, walmart, open, sell, price, pass, callCount } = await setUp();
		sell(1);
		fake.misbehave(['forbidden']);
		await price(1);
		pass(400 * DAY_MS);
		expect(await price(1)).toBe(null);
		expect(callCount()).toBe(1);
		expect(walmart.state().pause).toEqual({ why: 'forbidden', until: null });
		expect(await open().provider.fetchPrices(['wm_1'], 'person')).toHaveLength(1);
	});

	test('404 for an id, or leaves it out, it is not asked for again for a day', async () => {
		const { fake, walmart, sell, price, pass, callCount } = await setUp();
		fake.misbehave(['not found']);
		expect(await price(1)).toEqual({});
		expect(await price(2)).toEqual({});
		sell(1, 2);
		pass(DAY_MS - MINUTE_MS);
		expect(await price(1, 2)).toEqual({});
		expect(callCount()).toBe(2);
		expect(walmart.state().pause).toBe(null);
		pass(MINUTE_MS);
		expect(await price(1, 2)).toEqual({ wm_1: 101, wm_2: 102 });
	});

	test('429, it is left alone for 15 minutes, twice as long each time, at most 6 hours, until it answers', async () => {
		const { fake, walmart, sell, price, pass, clock, callCount } = await setUp();
		sell(1);
		fake.misbehave(['too many'], true);
		for (const minutes of [15, 30, 60, 120, 240, 360, 360]) {
			const before = callCount();
			await price(1);
			expect(walmart.state().pause).toEqual({
				why: 'too_many',
				until: clock.wall + minutes * MINUTE_MS
			});
			pass(minutes * MINUTE_MS - 1);
			await price(1);
			expect(callCount()).toBe(before + 1);
			pass(1);
		}
		fake.behave();
		expect(await price(1)).toEqual({ wm_1: 101 });
		fake.misbehave(['too many']);
		await price(1);
		expect(walmart.state().pause?.until).toBe(clock.wall + 15 * MINUTE_MS);
	});

	test('429 to several calls that were on their way together, that is one pause', async () => {
		const { fake, walmart, price, clock } = await setUp();
		fake.misbehave(['too many'], true);
		await Promise.all([price(1), price(2), price(3)]);
		expect(walmart.state().pause?.until).toBeLessThanOrEqual(clock.wall + 15 * MINUTE_MS);
	});

	test('504 once, it is asked once more after a moment', async () => {
		const { fake, sell, price, callCount, problems } = await setUp();
		sell(1);
		fake.misbehave(['down']);
		expect(await price(1)).toEqual({ wm_1: 101 });
		expect(callCount()).toBe(2);
		expect(problems).toEqual([]);
	});

	test('504 twice, it is left alone for a minute', async () => {
		const { fake, walmart, sell, price, pass, callCount } = await setUp();
		sell(1);
		fake.misbehave(['down', 'down']);
		expect(await price(1)).toBe(null);
		pass(MINUTE_MS - 1);
		expect(await price(1)).toBe(null);
		expect(callCount()).toBe(2);
		expect(walmart.state().pause?.why).toBe('failing');
		pass(1);
		expect(await price(1)).toEqual({ wm_1: 101 });
	});

	test.each<[Mischief, RegExp]>([
		['silent', /Nothing came within 150 ms/],
		['dripping', /Nothing came within 150 ms/],
		['huge', /larger than 1 MB/],
		['redirect', /redirect/],
		['garbage', /not JSON/],
		['page', /not JSON/],
		['no items', /no list of items/]
	])('with something %s, that is no answer, and no id is blamed for it', async (mischief, why) => {
		const { fake, walmart, sell, price, pass, callCount, problems } = await setUp({
			timeoutMs: 150
		});
		sell(1);
		fake.misbehave([mischief]);
		expect(await price(1)).toBe(null);
		expect(await price(1)).toBe(null);
		expect(callCount()).toBe(1);
		expect(walmart.state().pause?.why).toBe('failing');
		expect(problems).toEqual([expect.stringMatching(why)]);
		pass(MINUTE_MS);
		expect(await price(1)).toEqual({ wm_1: 101 });
	});

	test('an answer without an end is hung up on', async () => {
		const { fake, price } = await setUp();
		fake.misbehave(['huge']);
		await price(1);
		await expect.poll(() => fake.hangUps).toBe(1);
	});

	test('slowly but in time, its answer is taken', async () => {
		const { fake, sell, price } = await setUp();
		sell(1);
		fake.misbehave(['slow']);
		expect(await price(1)).toEqual({ wm_1: 101 });
	});

	test('nothing, because it is not there, it is left alone for a minute and nothing secret is told', async () => {
		const { walmart, price, problems, fake } = await setUp({
			env: { WALMART_API_BASE: 'http://127.0.0.1:9' }
		});
		expect(await price(1)).toBe(null);
		expect(walmart.state().pause?.why).toBe('failing');
		expect(problems).toHaveLength(1);
		expect(problems.join()).not.toContain(fake.env['WALMART_CONSUMER_ID']);
	});

	test('pauses end by the clock that no one can set', async () => {
		const { fake, price, clock, callCount } = await setUp();
		fake.misbehave(['too many'], true);
		await price(1);
		clock.wall += DAY_MS;
		await price(1);
		expect(callCount()).toBe(1);
		clock.wall -= 2 * DAY_MS;
		clock.monotonic += 15 * MINUTE_MS;
		await price(1);
		expect(callCount()).toBe(2);
	});
});

describe('the day’s calls', () => {
	test('are held back for people from the refresher, and end for both', async () => {
		const { walmart, callCount } = await setUp({ callsPerDay: 10 });
		const ask = (id: number, by: 'person' | 'refresher') =>
			orNull(walmart.provider.fetchPrices([toProductId(id)], by));
		for (const id of upTo(20)) await ask(id, 'refresher');
		expect(callCount()).toBe(9);
		expect(walmart.state()).toMatchObject({ callsToday: 9, callsPerDay: 10, pause: null });
		for (const id of upTo(20)) await ask(100 + id, 'person');
		expect(callCount()).toBe(10);
		expect(walmart.state()).toEqual({
			callsToday: 10,
			callsPerDay: 10,
			pause: { why: 'spent', until: START + DAY_MS }
		});
	});

	test('count each one that is made, a second try included, and begin anew with the day', async () => {
		const { fake, walmart, price, pass } = await setUp({ callsPerDay: 3 });
		fake.misbehave(['down', 'down']);
		await price(1);
		expect(walmart.state().callsToday).toBe(2);
		pass(DAY_MS - 2 * MINUTE_MS);
		await price(2);
		expect(walmart.state().pause?.why).toBe('spent');
		pass(2 * MINUTE_MS);
		expect(walmart.state()).toMatchObject({ callsToday: 0, pause: null });
		await price(3);
		expect(walmart.state().callsToday).toBe(1);
	});

	test('and the ids that are not asked for outlive a restart', async () => {
		const { fake, open, sell, price, callCount } = await setUp({ callsPerDay: 3 });
		sell(1, 2);
		fake.badIds.add('1');
		await price(1);
		fake.badIds.clear();
		const later = open();
		expect(await later.provider.fetchPrices(['wm_1'], 'person')).toEqual([]);
		expect(callCount()).toBe(1);
		expect(later.state().callsToday).toBe(1);
		await later.provider.fetchPrices(['wm_2'], 'person');
		expect(later.state().callsToday).toBe(2);
	});

	test('are given no second time by a clock that is set back, restart or not', async () => {
		const { open, price, clock, callCount } = await setUp({ callsPerDay: 2 });
		await price(1);
		await price(2);
		clock.wall -= 3 * DAY_MS;
		expect(await price(3)).toBe(null);
		expect(await orNull(open().provider.fetchPrices(['wm_4'], 'person'))).toBe(null);
		expect(callCount()).toBe(2);
	});

	test('are given again after a real day, however far the clock was set back', async () => {
		const { walmart, price, pass, clock, callCount } = await setUp({ callsPerDay: 2 });
		await price(1);
		await price(2);
		clock.wall -= 300 * DAY_MS;
		pass(DAY_MS);
		await price(3);
		await price(4);
		await price(5);
		expect(callCount()).toBe(4);
		expect(walmart.state()).toMatchObject({ callsToday: 2, pause: { why: 'spent' } });
	});
});

describe('a search', () => {
	test('finds products with their prices, in Walmart’s order, and no more than 25', async () => {
		const { fake, walmart, sell } = await setUp();
		sell(...upTo(30));
		fake.items.set('2', { itemId: 2, name: 'Thing 2', marketplace: true });
		const found = await walmart.provider.search('thing', 'person');
		expect(found.map(({ product }) => product?.id)).toEqual(
			upTo(25)
				.filter((id) => id !== 2)
				.map(toProductId)
		);
		expect(found[0]?.observation).toMatchObject({ productId: 'wm_1', priceCents: 101 });
		expect(fake.calls[0]).toMatchObject({
			path: '/search',
			parameters: { query: 'thing', numItems: '25', responseGroup: 'full' }
		});
	});

	test('that finds nothing is no failure, and one that cannot be made finds nothing', async () => {
		const { fake, walmart, callCount } = await setUp();
		expect(await walmart.provider.search('nobody sells this', 'person')).toEqual([]);
		expect(walmart.state().pause).toBe(null);
		fake.misbehave(['forbidden']);
		expect(await walmart.provider.search('milk', 'person')).toEqual([]);
		expect(await walmart.provider.search('milk', 'person')).toEqual([]);
		expect(callCount()).toBe(2);
	});
});
