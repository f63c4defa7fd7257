import { LRUCache } from 'lru-cache';
import type { PriceObservation } from '#lib/domain/price.ts';
import { startApp } from '#lib/server/app.ts';
import { parseConfig } from '#lib/server/config.ts';
import type { Bench } from './bench.ts';
import { withFolder } from './scratch.ts';
import { timeInTurn } from './timing.ts';

const PRODUCTS = 500;

/** A price that is in memory already, as nearly all are. */
export const priceLookup: Bench = {
	name: 'price lookup',
	unit: 'µs',
	target: 50_000,
	bar: 6,
	barOf: 'limit',
	measure: () =>
		withFolder(async (dataDir) => {
			const app = await startApp(parseConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }));
			try {
				const ids = app.catalog.products.slice(0, PRODUCTS).map(({ id }) => id);
				const questions = ids.map((id) => [id]);
				const prices = await app.prices.lookup(ids, { askSource: true });
				const bare = new LRUCache<string, PriceObservation>({
					max: 10_000,
					ttl: 60_000,
					fetchMethod: (id) => prices.get(id)
				});
				for (const [id, price] of prices) bare.set(id, price);

				const timed = await timeInTurn(
					{
						ours: async (times) => {
							for (let i = 0; i < times; i += 1) {
								await app.prices.lookup(questions[i % PRODUCTS] ?? [], { askSource: true });
							}
						},
						limit: (times) => {
							for (let i = 0; i < times; i += 1) bare.get(ids[i % PRODUCTS] ?? '');
						},
						peer: async (times) => {
							for (let i = 0; i < times; i += 1) await bare.fetch(ids[i % PRODUCTS] ?? '');
						}
					},
					{ rounds: 15, times: 20_000 }
				);
				return {
					ours: timed.ours * 1_000,
					limit: timed.limit * 1_000,
					peer: { name: 'lru-cache fetch', value: timed.peer * 1_000 }
				};
			} finally {
				await app.close();
			}
		})
};
