import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test, vi } from 'vitest';
import { embeddedCatalog } from '#lib/domain/catalog.ts';
import type { Prices, PriceUpdate } from '#lib/protocol/prices.ts';
import { startRedis } from '../support/redis.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { Visitor } from '../support/visitor.ts';

/** The first may have to build. */
vi.setConfig({ testTimeout: 240_000 });

const READY = / is ready at (http:\S+)$/;
const IDS = ['gen_bananas', 'gen_whole-milk', 'nobody-sells-this'];
const PRICES = `/api/walmart/prices?ids=${IDS.join()}`;

/** `npm start` as an operator types it, with these variables; ended when the test is over. @returns its address */
async function npmStart(env: Readonly<Record<string, string>>): Promise<string> {
	const npm = spawn('npm', ['start'], {
		env: {
			...process.env,
			PORT: '0',
			DATA_DIR: temporaryFolder(),
			LOG_LEVEL: 'error',
			BACKUP_AUTO: 'off',
			...env
		},
		stdio: ['ignore', 'pipe', 'inherit']
	});
	onTestFinished(async () => {
		const isGone = once(npm, 'exit');
		npm.kill('SIGTERM');
		await isGone;
	});
	for await (const line of createInterface({ input: npm.stdout })) {
		const [, url] = READY.exec(line) ?? [];
		if (url === undefined) continue;
		npm.stdout.resume();
		return url;
	}
	throw new Error('npm start ended before the server was ready; the reason stands above.');
}

const catalog = embeddedCatalog();
const EXPECTED = {
	prices: IDS.slice(0, 2).map((productId) => ({
		productId,
		priceCents: catalog.byId(productId)?.sampleCents,
		source: 'embedded',
		stale: false
	})),
	unknown: IDS.slice(2)
};

async function askTwice(url: string): Promise<string[]> {
	const visitor = await Visitor.signedUp({ url });
	const first = await visitor.ask<Prices>('GET', PRICES);
	const second = await visitor.ask<Prices>('GET', PRICES);
	for (const { status, body } of [first, second]) {
		expect(status).toBe(200);
		expect(body).toMatchObject(EXPECTED);
	}
	return second.body.prices.map(({ tier }) => tier);
}

test.each([
	['none', 'source'],
	['memory', 'memory'],
	['redis', 'redis'],
	['sqlite', 'sqlite'],
	['redis,sqlite', 'redis'],
	['memory,redis,sqlite', 'memory']
])(
	'npm start with PRICE_TIERS=%s gives the same answers, the second from %s',
	async (tiers, tier) => {
		const redis = await startRedis();
		const url = await npmStart({ PRICE_TIERS: tiers, REDIS_URL: redis.url });
		await vi.waitFor(async () => expect(await askTwice(url)).toEqual([tier, tier]), {
			timeout: 10_000
		});
	}
);

test('npm start with REALTIME=polling gives the same answers, and has no socket', async () => {
	const url = await npmStart({ REALTIME: 'polling' });
	await askTwice(url);
	const visitor = await Visitor.signedUp({ url });
	await expect(visitor.connect()).rejects.toThrow();
});

test('npm start with PRICE_SAMPLE_DRIFT=on sends prices that move, without a key', async () => {
	const url = await npmStart({ PRICE_SAMPLE_DRIFT: 'on' });
	const socket = await (await Visitor.signedUp({ url })).connect();
	const moved = new Promise<PriceUpdate>((resolve) => socket.once('price:update_batch', resolve));
	await socket.emitWithAck('price:subscribe_batch', { productIds: IDS });
	const { prices } = await moved;
	expect(IDS).toContain(prices[0]?.productId);
});
