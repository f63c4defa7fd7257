import { expect, test } from 'vitest';
import { errorBody } from '#lib/protocol/error.ts';
import type { LineState } from './online.ts';
import { statusOf, type SyncFacts } from './sync-status.ts';

const NOW = 1_000_000;
const line = (more: Partial<LineState> = {}): LineState => ({
	lastContactAt: NOW - 1_000,
	isFailing: false,
	stoppedBy: null,
	isConnected: true,
	...more
});
const facts = (more: Partial<SyncFacts> = {}): SyncFacts => ({
	pending: 0,
	unsaved: 0,
	dead: 0,
	isBehind: false,
	storage: null,
	line: line(),
	problem: null,
	now: NOW,
	...more
});
const { error } = errorBody('upgrade_required', 'Reload.');
const stopped = (code: typeof error.code) =>
	line({ isFailing: true, stoppedBy: { ...error, code } });
const overHttp = (agoMs: number) => line({ isConnected: false, lastContactAt: NOW - agoMs });

test.each<[string, Partial<SyncFacts>, string]>([
	['nothing waits and the socket is up', {}, 'up-to-date: Up to date'],
	['HTTP was fine just now', { line: overHttp(74_000) }, 'up-to-date: Up to date'],
	['HTTP was fine too long ago', { line: overHttp(76_000) }, 'local'],
	['edits are on their way', { pending: 3 }, 'syncing: Syncing, 3 waiting'],
	['the first sync runs', { isBehind: true }, 'syncing: Syncing'],
	['nothing was asked yet', { pending: 3, line: null }, 'local'],
	['the last request failed', { pending: 3, line: line({ isFailing: true }) }, 'local'],
	['the server takes nobody new', { problem: 'invite-only', line: stopped('forbidden') }, 'local'],
	[
		'the session ended',
		{ problem: 'signed-out', pending: 3 },
		'needs-attention: Signed out here, 3 waiting'
	],
	[
		'the app is too old',
		{ line: stopped('upgrade_required') },
		'needs-attention: This app needs an update'
	],
	['one edit was refused', { dead: 1 }, 'needs-attention: 1 change needs you'],
	['two were', { dead: 2, pending: 1 }, 'needs-attention: 2 changes need you'],
	[
		'the disk is full',
		{ storage: 'full', unsaved: 1, dead: 1 },
		'needs-attention: 1 change is not saved'
	],
	[
		'the disk is full and nothing was done here',
		{ storage: 'full' },
		'needs-attention: This device is out of space'
	],
	[
		'a newer version has the database',
		{ storage: 'newer' },
		'needs-attention: This app needs an update'
	],
	[
		'very many edits wait for a network',
		{ pending: 5_000, line: null },
		'needs-attention: Saved here, 5,000 waiting'
	]
])('when %s', (_, more, expected) => {
	const local = () => ({ state: 'saved-here', words: 'local', meaning: '' }) as const;
	const { state, words } = statusOf(facts(more), local);
	expect(words === 'local' ? words : `${state}: ${words}`).toBe(expected);
});
