import { describe, expect, test } from 'vitest';
import type { StatusAnswer } from '#lib/protocol/status.ts';
import { asItWas, serverRows, summaryOf, type StatusRow } from './status-rows.ts';
import { createStatusWords, DAY_MS } from './status-words.ts';

const words = createStatusWords('en-US', 'America/New_York');
const HOUR_MS = 3_600_000;
/** Nov 18, 2026, 3:12 PM in New York. */
const NOW = Date.UTC(2026, 10, 18, 20, 12);

const FINE: StatusAnswer = {
	version: '0.1.0',
	protocol: 3,
	now: NOW,
	startedAt: NOW - 12 * DAY_MS,
	ready: true,
	degraded: [],
	prices: {
		provider: 'embedded',
		tiers: ['memory', 'sqlite'],
		redis: 'unused',
		isDrifting: false,
		walmart: null,
		onLists: {
			productCount: 14,
			knownCount: 14,
			newestCheckedAt: NOW - 190_000,
			oldestCheckedAt: NOW - 190_000
		}
	},
	language: { engine: 'rules', isQueueOn: true, model: null },
	backups: {
		isAutomatic: true,
		keptCount: 9,
		unverifiedCount: 0,
		last: {
			takenAt: Date.UTC(2026, 10, 18, 8, 10),
			verifiedAt: Date.UTC(2026, 10, 18, 8, 11),
			bytes: 4_210_000
		},
		failedAt: null,
		lastDrill: { at: Date.UTC(2026, 10, 15, 8, 20), tookMs: 2_040, isWhole: true }
	},
	sync: { realtime: 'socket', connectedCount: 3, lastHeardAt: NOW - HOUR_MS },
	storage: {
		freeBytes: 18_200_000_000,
		databaseBytes: 940_000,
		checkedAt: NOW - 12 * DAY_MS
	}
};

const prices = (more: Partial<StatusAnswer['prices']>): StatusAnswer => ({
	...FINE,
	prices: { ...FINE.prices, ...more }
});
const backups = (
	more: Partial<NonNullable<StatusAnswer['backups']>>,
	rest: Partial<StatusAnswer> = {}
): StatusAnswer => ({ ...FINE, ...rest, backups: FINE.backups && { ...FINE.backups, ...more } });
const sync = (more: Partial<StatusAnswer['sync']>): StatusAnswer => ({
	...FINE,
	sync: { ...FINE.sync, ...more }
});

function rowOf(status: StatusAnswer, title: string): StatusRow {
	const row = serverRows(status, status.now, words).find((each) => each.title === title);
	if (!row) throw new Error(`There is no row "${title}".`);
	// A space that keeps two words on one line is a space.
	return { ...row, sentence: row.sentence.replaceAll(/[\u00a0\u202f]/g, ' ') };
}

describe('prices', () => {
	test('are called samples, with their age and where they are kept', () => {
		expect(rowOf(FINE, 'Prices')).toMatchObject({
			sentence:
				'Samples from the built-in catalog, not a store’s prices. ' +
				'Prices of the 14 products on your lists are 3 min old. Kept in memory and SQLite.',
			tag: 'Samples',
			tone: 'sample'
		});
	});

	test.each<[Partial<StatusAnswer['prices']>, RegExp]>([
		[
			{
				onLists: {
					productCount: 14,
					knownCount: 11,
					newestCheckedAt: NOW - 20_000,
					oldestCheckedAt: NOW - 3 * DAY_MS
				}
			},
			/Prices of 11 of the 14 products on your lists are under a minute old, the oldest 3 days\./
		],
		[
			{
				onLists: {
					productCount: 1,
					knownCount: 0,
					newestCheckedAt: null,
					oldestCheckedAt: null
				}
			},
			/Of the 1 product on your lists, none was looked up yet\./
		],
		[
			{
				onLists: { productCount: 0, knownCount: 0, newestCheckedAt: null, oldestCheckedAt: null }
			},
			/No product is on your lists yet\./
		],
		[{ onLists: null }, /How old they are is not known\./],
		[{ isDrifting: true }, /They move by themselves, to show live updates\./],
		[{ redis: 'up', tiers: ['memory', 'redis', 'sqlite'] }, /memory, Redis and SQLite\./]
	])('say as much as is known: %#', (more, sentence) => {
		expect(rowOf(prices(more), 'Prices').sentence).toMatch(sentence);
	});

	test('name a Redis that is away, and look-ups that are kept nowhere', () => {
		const away = rowOf(prices({ redis: 'down', tiers: ['redis'] }), 'Prices');
		expect(away).toMatchObject({ tone: 'caution', tag: 'Redis is away' });
		const nowhere = rowOf(prices({ tiers: [] }), 'Prices');
		expect(nowhere).toMatchObject({ tone: 'caution', tag: 'Not kept' });
		expect(nowhere.sentence).toBe(
			'Samples from the built-in catalog, not a store’s prices. PRICE_TIERS is none, so each look-up asks the source.'
		);
	});
});

describe('prices from Walmart', () => {
	type Pause = NonNullable<StatusAnswer['prices']['walmart']>['pause'];
	const walmart = (pause: Pause) =>
		prices({
			provider: 'walmart',
			walmart: { callsToday: 412, callsPerDay: 5_000, pause }
		});

	test('are live, and the look-ups of the day are counted', () => {
		expect(rowOf(walmart(null), 'Prices')).toMatchObject({
			sentence:
				'Walmart’s own products from Walmart, all others samples. 412 of 5,000 look-ups used today. ' +
				'Prices of the 14 products on your lists are 3 min old. Kept in memory and SQLite.',
			tag: 'Live',
			tone: 'positive'
		});
	});

	test.each<[NonNullable<Pause>['why'], string, RegExp]>([
		[
			'unauthorized',
			'Key not taken',
			/does not take this server’s key\. Check WALMART_CONSUMER_ID/
		],
		['clock', 'Clock is wrong', /the time of this server’s clock\. Set the clock right\./],
		['too_many', 'Paused', /wants to be asked less often\./],
		['failing', 'No answer', /does not answer as it should\./],
		['spent', 'Used up', /Today’s look-ups at Walmart are used up\./]
	])('that are not asked for say why, until when and what that means: %s', (why, tag, sentence) => {
		const row = rowOf(walmart({ why, until: NOW + HOUR_MS }), 'Prices');
		expect(row).toMatchObject({ tag, tone: 'caution' });
		expect(row.sentence).toMatch(sentence);
		expect(row.sentence).toMatch(
			/It is asked again today at 4:12 PM\. Prices grow old meanwhile, and new things have none\.$/
		);
		expect(row.sentence).toContain(row.short);
	});

	test('that Walmart forbids wait for the next start', () => {
		expect(rowOf(walmart({ why: 'forbidden', until: null }), 'Prices')).toMatchObject({
			sentence: expect.stringMatching(/It is not asked before the server is started again\./),
			tag: 'Forbidden',
			short: 'Walmart does not allow this account to ask for prices.'
		});
	});
});

describe('the model', () => {
	const ready = {
		name: 'llama2:7b',
		state: 'ready' as const,
		why: null,
		concurrency: 2,
		runningCount: 0,
		waitingCount: 0
	};
	const model = (
		change: Partial<NonNullable<StatusAnswer['language']['model']>>,
		isQueueOn = true
	) =>
		rowOf(
			{ ...FINE, language: { engine: 'model', isQueueOn, model: { ...ready, ...change } } },
			'Model'
		);

	test('is not asked where the operator says so, which is nothing that is off', () => {
		expect(rowOf(FINE, 'Model')).toMatchObject({
			sentence: 'Quick add reads with its rules alone: WALMART_NLP is rules.',
			tag: 'Rules alone',
			tone: 'plain'
		});
	});

	test('stands there with its name, its limit, and what it does', () => {
		expect(model({})).toMatchObject({
			sentence:
				'Quick add reads with its rules, and asks llama2:7b where they are unsure. At most 2 requests at a time.',
			tag: 'Ready',
			tone: 'positive'
		});
		expect(model({ runningCount: 2, waitingCount: 5 }).sentence).toMatch(
			/Now 2 running, 5 waiting\.$/
		);
		expect(model({ state: 'not-loaded' })).toMatchObject({ tag: 'On demand', tone: 'plain' });
		expect(model({ state: 'loading' })).toMatchObject({ tag: 'Loading', tone: 'plain' });
	});

	test('may be away, and why is said without alarm, because the rules go on', () => {
		const away = model({ state: 'away', why: 'Ollama is not reachable.' });
		expect(away).toMatchObject({ tag: 'Rules alone', tone: 'plain' });
		expect(away.sentence).toContain('Ollama is not reachable.');
	});

	test('that was switched off needs somebody to choose another', () => {
		const off = model({ state: 'off', why: 'The model is switched off: it did not obey.' });
		expect(off).toMatchObject({
			tag: 'Switched off',
			tone: 'caution',
			short: 'llama2:7b is switched off; another model may do.'
		});
		expect(off.sentence).toContain('it did not obey');
	});

	test('is not held to two requests at a time without its queue', () => {
		const free = model({}, false);
		expect(free).toMatchObject({
			tone: 'caution',
			short: 'Requests to the model are not limited.'
		});
		expect(free.sentence).toMatch(
			/WALMART_NLP_QUEUE is off: the limit of two requests to the model at a time does not hold\.$/
		);
	});
});

describe('backups', () => {
	test('stand there with time, size, number and the last trial restore', () => {
		expect(rowOf(FINE, 'Backups')).toMatchObject({
			sentence:
				'Last today at 3:10 AM, 4.2 MB, read back and checked; 9 kept. A trial restore on Nov 15 took 2 seconds.',
			tag: 'Verified',
			tone: 'positive'
		});
	});

	test.each<[string, StatusAnswer, Partial<StatusRow>]>([
		['one that failed', backups({ failedAt: NOW - HOUR_MS }), { tag: 'Failed', tone: 'critical' }],
		[
			'two days without one',
			backups({}, { degraded: ['backup'] }),
			{ tag: 'Late', tone: 'critical' }
		],
		[
			'a drill that did not bring everything back',
			backups({ lastDrill: { at: NOW - DAY_MS, tookMs: 900, isWhole: false } }),
			{ tag: 'Not restored', tone: 'critical' }
		],
		[
			'a drill of nine days ago',
			backups({ lastDrill: { at: NOW - 9 * DAY_MS, tookMs: 900, isWhole: true } }),
			{ tone: 'caution', short: 'No trial restore was made for more than a week.' }
		],
		[
			'no drill in twelve days',
			backups({ lastDrill: null }),
			{ tone: 'caution', short: 'No trial restore was made for more than a week.' }
		],
		[
			'no drill on the first day',
			backups({ lastDrill: null }, { startedAt: NOW - HOUR_MS }),
			{ tag: 'Verified', tone: 'positive' }
		],
		['none yet', backups({ last: null, keptCount: 0 }), { tag: 'Not yet', tone: 'plain' }],
		[
			'none and none to come',
			backups({ last: null, keptCount: 0, isAutomatic: false }),
			{ tag: 'Off', tone: 'caution', short: 'Nothing is backed up.' }
		],
		[
			'one made from outside today',
			backups({ isAutomatic: false }),
			{ tag: 'Verified', tone: 'positive' }
		],
		[
			'one made from outside five days ago',
			backups({
				isAutomatic: false,
				last: { takenAt: NOW - 5 * DAY_MS, verifiedAt: NOW - 5 * DAY_MS, bytes: 1 }
			}),
			{ tag: 'Old', tone: 'caution', short: 'The last backup is 5 days old.' }
		],
		[
			'a folder that cannot be read',
			{ ...FINE, backups: null },
			{ tag: 'Unknown', tone: 'caution' }
		]
	])('are judged: %s', (_kind, status, verdict) => {
		expect(rowOf(status, 'Backups')).toMatchObject(verdict);
	});

	test('name what failed, what is not checked, and that none is made by itself', () => {
		const { sentence } = rowOf(
			backups({
				failedAt: NOW - DAY_MS,
				unverifiedCount: 2,
				isAutomatic: false,
				lastDrill: { at: NOW - DAY_MS, tookMs: 900, isWhole: false }
			}),
			'Backups'
		);
		expect(sentence).toMatch(
			/^The latest try failed yesterday at 3:12 PM; the server’s log says why\./
		);
		expect(sentence).toContain('Not known to be whole: 2 files; the next backup looks at that.');
		expect(sentence).toContain('BACKUP_AUTO is off, so the server makes none by itself.');
		expect(sentence).toMatch(/The trial restore yesterday failed; the server’s log says why\.$/);
	});
});

describe('sync and storage', () => {
	test('count devices, and say when the reader’s own were heard', () => {
		expect(rowOf(FINE, 'Sync')).toMatchObject({
			sentence: '3 devices connected. Your devices last sent something today at 2:12 PM.',
			tone: 'positive'
		});
		expect(rowOf(sync({ connectedCount: 1, lastHeardAt: null }), 'Sync').sentence).toBe(
			'1 device connected.'
		);
		expect(rowOf(sync({ realtime: 'polling', connectedCount: 0 }), 'Sync')).toMatchObject({
			sentence: expect.stringMatching(/^REALTIME is polling: devices ask every 30 seconds\./),
			tone: 'caution'
		});
	});

	test('say how much room there is, and when the database was checked', () => {
		expect(rowOf(FINE, 'Storage')).toMatchObject({
			sentence: '18 GB free. The database, 940 kB, was checked at the start, Nov 6 at 3:12 PM.',
			tag: 'Fine'
		});
		const { storage } = FINE;
		const unknown = { ...storage, freeBytes: null, databaseBytes: null };
		expect(rowOf({ ...FINE, storage: unknown }, 'Storage')).toMatchObject({
			sentence:
				'How much is free is not known. The database was checked at the start, Nov 6 at 3:12 PM.',
			tone: 'plain'
		});
		expect(rowOf({ ...FINE, degraded: ['disk'] }, 'Storage')).toMatchObject({ tag: 'Low' });
		expect(rowOf({ ...FINE, ready: false }, 'Storage')).toMatchObject({
			sentence: expect.stringMatching(/^The server cannot write\./),
			tone: 'critical'
		});
	});
});

describe('the summary', () => {
	const of = (status: StatusAnswer) => summaryOf(serverRows(status, NOW, words));

	test('is that all is working, one thing or more are off, or something needs somebody', () => {
		expect(of(FINE)).toEqual({ title: 'All working.', detail: '', tone: 'positive' });
		expect(of(prices({ tiers: [] }))).toEqual({
			title: 'All working. One thing is off.',
			detail: 'Prices are not kept between look-ups.',
			tone: 'caution'
		});
		expect(of({ ...sync({ realtime: 'polling' }), backups: null })).toMatchObject({
			title: 'All working. 2 things are off.',
			tone: 'caution'
		});
		expect(of({ ...sync({ realtime: 'polling' }), ready: false })).toEqual({
			title: 'Something needs you.',
			detail: 'The server cannot write.',
			tone: 'critical'
		});
	});

	test('claims nothing of what was true once', () => {
		const rows = asItWas(serverRows({ ...FINE, ready: false, backups: null }, NOW, words));
		expect(new Set(rows.map(({ tone }) => tone))).toEqual(new Set(['plain']));
		expect(summaryOf(rows)).toMatchObject({ title: 'All working.' });
	});
});
