import { expect, test } from 'vitest';
import { deviceRows, type DeviceFacts } from './status-device.ts';
import { summaryOf } from './status-rows.ts';
import { createStatusWords } from './status-words.ts';

const words = createStatusWords('en-US');
const FINE: DeviceFacts = {
	listCount: 4,
	pending: 0,
	sync: { state: 'up-to-date', words: 'Up to date', meaning: 'The same.' },
	isSecure: true,
	isAppKept: true,
	offlineProblem: '',
	isPersisted: true
};
const rowsOf = (more: Partial<DeviceFacts> = {}) =>
	Object.fromEntries(
		deviceRows({ ...FINE, ...more }, words).map((row) => [row.title, row] as const)
	);

test('a device with everything says so, and has no line about https', () => {
	const rows = rowsOf();
	expect(Object.keys(rows)).toEqual(['Works offline', 'Your changes', 'Room on this device']);
	expect(rows['Works offline']).toMatchObject({
		sentence: 'All 4 lists are kept here. So is the app.',
		tag: 'Yes'
	});
	expect(rows['Your changes']).toMatchObject({
		sentence: 'Nothing waits to be sent.',
		tag: 'Sent'
	});
	expect(summaryOf(Object.values(rows)).title).toBe('All working.');
});

test('without https one line says what is missing, and it alone is what is off', () => {
	const rows = rowsOf({
		isSecure: false,
		isAppKept: false,
		isPersisted: null,
		offlineProblem: 'Over plain HTTP the app cannot open without its server. With HTTPS it can.'
	});
	expect(Object.keys(rows)).toEqual(['Works offline', 'Your changes', 'Secure address (https)']);
	expect(rows['Works offline']).toMatchObject({
		sentence: 'All 4 lists are kept here.',
		tag: 'While open',
		tone: 'plain'
	});
	expect(rows['Secure address (https)']?.sentence).toContain(
		'“HTTPS at home” in docs/operations.md'
	);
	expect(summaryOf(Object.values(rows))).toEqual({
		title: 'All working. One thing is off.',
		detail: 'This address is not https.',
		tone: 'caution'
	});
});

test.each<[string, Partial<DeviceFacts>, string, object]>([
	[
		'the app comes only now',
		{ isAppKept: false },
		'Works offline',
		{ tag: 'Not yet', tone: 'plain' }
	],
	[
		'the browser refuses to keep the app',
		{ isAppKept: false, offlineProblem: 'This browser cannot.' },
		'Works offline',
		{ tag: 'While open', tone: 'caution', short: 'This browser cannot.' }
	],
	['there is one list', { listCount: 1 }, 'Works offline', { sentence: /^Your list is/ }],
	['there is no list', { listCount: 0 }, 'Works offline', { sentence: /^There is no list/ }],
	[
		'the browser promises nothing',
		{ isPersisted: false },
		'Room on this device',
		{ tag: 'Not promised', tone: 'plain' }
	],
	[
		'changes wait',
		{
			pending: 3,
			sync: { state: 'saved-here', words: 'Saved here, 3 waiting', meaning: 'No network.' }
		},
		'Your changes',
		{ tag: '3 waiting', tone: 'plain', icon: 'saved', sentence: /^Saved here, 3 waiting\. No/ }
	],
	[
		'changes are on their way',
		{ pending: 1, sync: { state: 'syncing', words: 'Syncing, 1 waiting', meaning: 'Soon.' } },
		'Your changes',
		{ tag: '1 waiting', tone: 'plain', icon: 'syncing' }
	],
	[
		'a change was refused',
		{ sync: { state: 'needs-attention', words: '1 change needs you', meaning: 'Kept.' } },
		'Your changes',
		{ tag: 'Needs you', tone: 'critical', short: '1 change needs you.' }
	]
])('it says it when %s', (_when, more, title, expected) => {
	for (const [name, value] of Object.entries(expected)) {
		const said = rowsOf(more)[title]?.[name as 'sentence'];
		if (value instanceof RegExp) expect(said).toMatch(value);
		else expect(said).toBe(value);
	}
});
