import { expect, test } from 'vitest';
import { createStatusWords, DAY_MS } from './status-words.ts';

const words = createStatusWords('en-US', 'America/New_York');
/** As it is read: a space that keeps two words on one line is a space. */
const read = (said: string): string => said.replaceAll(/[\u00a0\u202f]/g, ' ');

/** Nov 18, 2026, 1:30 AM in New York, where it is another day than in UTC five hours before. */
const NOW = Date.UTC(2026, 10, 18, 6, 30);
const HOUR_MS = 3_600_000;

test.each([
	[NOW - HOUR_MS, 'today at 12:30 AM', 'today'],
	[NOW - 2 * HOUR_MS, 'yesterday at 11:30 PM', 'yesterday'],
	[NOW - 2 * DAY_MS, 'Nov 16 at 1:30 AM', 'on Nov 16'],
	[NOW - 365 * DAY_MS, 'Nov 18, 2025 at 1:30 AM', 'on Nov 18, 2025']
])('a moment is told by the reader’s own day: %d', (at, dayAndTime, day) => {
	expect(read(words.dayAndTime(at, NOW))).toBe(dayAndTime);
	expect(words.day(at, NOW)).toBe(day);
});

test('figures are those of the reader’s language', () => {
	const german = createStatusWords('de-DE', 'Europe/Berlin');
	expect(german.dayAndTime(NOW, NOW)).toBe('today at 07:30');
	expect(read(german.bytes(4_210_000))).toBe('4,2 MB');
});

test.each([
	[0, 'under a minute'],
	[59_999, 'under a minute'],
	[60_000, '1 min'],
	[HOUR_MS - 1, '59 min'],
	[5.5 * HOUR_MS, '5 h'],
	[DAY_MS, '1 day'],
	[3.9 * DAY_MS, '3 days'],
	[-5_000, 'under a minute']
])('%d ms of age are %s', (ms, said) => expect(read(words.age(ms))).toBe(said));

test.each([
	[40, 'under a second'],
	[1_200, '1 second'],
	[2_040, '2 seconds'],
	[99_400, '99 seconds'],
	[100_000, '2 minutes']
])('%d ms of work are %s', (ms, said) => expect(words.duration(ms)).toBe(said));

test.each([
	[0, '0 kB'],
	[900, '0.9 kB'],
	[40_000, '40 kB'],
	[999_999, '1,000 kB'],
	[4_210_000, '4.2 MB'],
	[18_200_000_000, '18 GB'],
	[2_000_000_000_000, '2 TB']
])('%d bytes are %s', (bytes, said) => expect(read(words.bytes(bytes))).toBe(said));
