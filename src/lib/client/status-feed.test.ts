import { expect, test, vi } from 'vitest';
import type { StatusAnswer } from '#lib/protocol/status.ts';
import { MemoryStorage } from '../../../tests/support/memory-storage.ts';
import { StatusFeed } from './status-feed.svelte.ts';

const STATUS: StatusAnswer = {
	version: '0.1.0',
	protocol: 3,
	now: 2_000,
	startedAt: 1_000,
	ready: true,
	degraded: [],
	prices: {
		provider: 'embedded',
		tiers: [],
		redis: 'unused',
		isDrifting: false,
		walmart: null,
		onLists: null
	},
	language: { engine: 'rules', isQueueOn: true, model: null },
	backups: null,
	sync: { realtime: 'socket', connectedCount: 0, lastHeardAt: null },
	storage: { freeBytes: null, databaseBytes: null, checkedAt: 1_000 }
};

/** A feed on a device that keeps this text. */
function feedOn(kept: string | null, signIn = async (): Promise<void> => undefined): StatusFeed {
	const storage = new MemoryStorage();
	if (kept !== null) storage.setItem('wga.status', kept);
	return new StatusFeed({ signIn, storage });
}

test('what the server said last is there at once, and called nothing of now', () => {
	const feed = feedOn(JSON.stringify({ status: STATUS, at: 3_000 }));
	expect(feed.heard).toEqual({ status: STATUS, at: 3_000 });
	expect(feed.isLive).toBe(false);
});

test.each([
	['nothing', null],
	['text that is cut off', '{"status":{"version"'],
	['something else', '"milk"'],
	['an error', '{"status":{"error":{"code":"internal","message":"No."}},"at":3000}'],
	['an answer of another version', '{"status":{"version":"9.0.0"},"at":3000}'],
	['an answer without its time', JSON.stringify({ status: STATUS })]
])('a device that keeps %s knows nothing of the server', (_what, kept) => {
	expect(feedOn(kept).heard).toBe(null);
});

test('where nobody answers it says so, goes on with what was kept, and asks once for all who ask', async () => {
	const signIn = vi.fn(async () => {
		throw new Error('The server cannot be reached.');
	});
	const feed = feedOn(JSON.stringify({ status: STATUS, at: 3_000 }), signIn);
	await Promise.all([feed.ask(), feed.ask()]);
	expect(signIn).toHaveBeenCalledOnce();
	expect(feed).toMatchObject({
		problem: { title: 'No answer from the server.' },
		heard: { at: 3_000 },
		isLive: false,
		isAsking: false
	});
});
