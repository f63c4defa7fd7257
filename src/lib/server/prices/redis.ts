import { Redis } from 'ioredis';
import * as v from 'valibot';
import type { PriceObservation } from '#lib/domain/price.ts';
import { observationSchema } from '#lib/protocol/prices.ts';
import type { Observations, SharedTier } from './tier.ts';

interface RedisTierOptions {
	readonly url: string;
	/** Provider and place (ZIP or store): a changed one must never be answered with another's price. */
	readonly provider: string;
	readonly place: string;
	/** Wall clock in ms. */
	readonly now: () => number;
	readonly report: (problem: unknown, doing: string) => void;
	readonly ttlSeconds?: number;
	readonly timeoutMs?: number | undefined;
	readonly probeEveryMs?: number;
}

export interface RedisTier extends SharedTier {
	isUp(): boolean;
	close(): void;
}

/**
 * The tier that several servers may share. It counts as down until a first answer and after any failure; from
 * then on lookups skip it at no cost, while a PING of our own finds out when it is back. So a dead or hung
 * Redis costs one deadline once, and not one for every lookup.
 */
export function createRedisTier(options: RedisTierOptions): RedisTier {
	const { url, provider, place, now, report } = options;
	const { ttlSeconds = 300, timeoutMs = 20, probeEveryMs = 1_000 } = options;
	const redis = openRedis(url, timeoutMs);
	const keyOf = (productId: string): string => `wga:price:${provider}:${place}:${productId}`;
	const readValue = createValueReader();
	let state: 'untried' | 'up' | 'down' = 'untried';

	async function probe(): Promise<void> {
		if (state === 'up') return;
		try {
			await redis.ping();
			state = 'up';
		} catch (problem) {
			goDown(problem, 'reaching Redis');
		}
	}
	const probing = setInterval(() => void probe(), probeEveryMs);
	probing.unref();
	redis.on('ready', () => void probe());
	redis.on('error', (problem) => goDown(problem, 'reaching Redis'));

	/** Said once, when it goes: a Redis that stays away all night is one line in the log. */
	function goDown(problem: unknown, doing: string): void {
		if (state !== 'down') report(problem, doing);
		state = 'down';
	}

	function readAnswers(
		productIds: readonly string[],
		values: readonly (string | null)[]
	): Observations {
		const found: Observations = new Map();
		// A look from the future would outlive every later one on the devices.
		const latest = now() + CLOCKS_DIFFER_MS;
		for (const [at, productId] of productIds.entries()) {
			const observation = readValue(productId, values[at] ?? null);
			if (observation !== null && observation.checkedAt <= latest) {
				found.set(productId, observation);
			}
		}
		return found;
	}

	return {
		isUp: () => state === 'up',
		async read(productIds) {
			if (state !== 'up' || productIds.length === 0) return new Map();
			try {
				return readAnswers(productIds, await redis.mget(productIds.map(keyOf)));
			} catch (problem) {
				goDown(problem, 'reading prices from Redis');
				return new Map();
			}
		},
		async write(observations) {
			if (state !== 'up' || observations.length === 0) return;
			const pipeline = redis.pipeline();
			for (const observation of observations) {
				pipeline.setex(keyOf(observation.productId), ttlSeconds, observationToValue(observation));
			}
			try {
				const failed = (await pipeline.exec())?.find(([problem]) => problem !== null);
				if (failed) goDown(failed[0], 'keeping prices in Redis');
			} catch (problem) {
				goDown(problem, 'keeping prices in Redis');
			}
		},
		close() {
			clearInterval(probing);
			redis.disconnect();
		}
	};
}

/** ioredis's own defaults queue commands while there is no connection and repeat them: a lookup would hang. */
function openRedis(url: string, timeoutMs: number): Redis {
	return new Redis(url, {
		enableOfflineQueue: false,
		maxRetriesPerRequest: 0,
		commandTimeout: timeoutMs,
		connectTimeout: 1_000,
		// A connection that swallows probes is given up, and with it the commands waiting on it.
		socketTimeout: 10_000,
		retryStrategy: (attempt) => Math.min(100 * 2 ** attempt, 5_000)
	});
}

/** So far may the clocks of two servers differ that share a Redis. */
const CLOCKS_DIFFER_MS = 60_000;

/**
 * What stands under a key: an observation without what the key says already, as a list, because a batch of fifty
 * is read in a third of the time that objects take.
 */
const valueSchema = v.strictTuple([
	// Above nothing, and below $100,000.
	v.nullable(v.pipe(v.number(), v.integer(), v.gtValue(0), v.ltValue(10_000_000))),
	v.nullable(observationSchema.entries.unitPrice.wrapped.entries.milliCents),
	v.nullable(observationSchema.entries.unitPrice.wrapped.entries.per),
	observationSchema.entries.availability,
	observationSchema.entries.source,
	observationSchema.entries.checkedAt,
	observationSchema.entries.changedAt
]);

function observationToValue(observation: PriceObservation): string {
	const { priceCents, unitPrice, availability, source, checkedAt, changedAt } = observation;
	const { milliCents = null, per = null } = unitPrice ?? {};
	const value: v.InferOutput<typeof valueSchema> = [
		priceCents,
		milliCents,
		per,
		availability,
		source,
		checkedAt,
		changedAt
	];
	return JSON.stringify(value);
}

/** As many as memory holds. */
const MAX_CHECKED = 1_000;

/**
 * What is in Redis was written by whoever can reach it, so it is checked like any other input; but not twice: a value
 * comes back unchanged many times, and to parse and check fifty takes longer than to fetch them.
 */
function createValueReader(): (productId: string, text: string | null) => PriceObservation | null {
	const checked = new Map<string, { text: string; observation: PriceObservation }>();
	return (productId, text) => {
		if (text === null) return null;
		const before = checked.get(productId);
		if (before?.text === text) return before.observation;
		const observation = parseValue(productId, text);
		if (observation === null) return null;
		if (checked.size >= MAX_CHECKED) checked.clear();
		checked.set(productId, { text, observation });
		return observation;
	};
}

function parseValue(productId: string, text: string): PriceObservation | null {
	try {
		const value: unknown = JSON.parse(text);
		if (!v.is(valueSchema, value)) return null;
		const [priceCents, milliCents, per, availability, source, checkedAt, changedAt] = value;
		return {
			productId,
			priceCents,
			unitPrice: milliCents === null || per === null ? null : { milliCents, per },
			availability,
			source,
			tier: 'redis',
			checkedAt,
			changedAt,
			stale: false
		};
	} catch {
		return null; // Not JSON: the next write puts a good one there.
	}
}
