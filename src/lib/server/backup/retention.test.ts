import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backupName } from './manifest.ts';
import { filesToKeep } from './retention.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A Wednesday. */
const START = Date.parse('2026-11-25T03:10:00Z');

const taken = (takenAt: number, schema = '0004') => ({
	file: backupName(takenAt),
	takenAt,
	schema
});
type Taken = ReturnType<typeof taken>;

const days = (backups: readonly Taken[], now: number) =>
	[...filesToKeep(backups, now)].map((file) => file.slice(8, 16)).sort();

/** Lets days go by as a server lives them: on each the backups of that day are made, and what is not kept goes. */
function live(schedule: readonly { readonly at: number; readonly schema?: string }[]) {
	let kept: Taken[] = [];
	const history = schedule.map(({ at, schema }) => {
		const all = [...kept, taken(at, schema)];
		const names = filesToKeep(all, at);
		kept = all.filter(({ file }) => names.has(file));
		return { now: at, kept };
	});
	return history;
}

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
/** Of ISO 8601, worked out by way of its Thursday. */
function weekOf(at: number): string {
	const date = new Date(at);
	const thursday = new Date(at);
	thursday.setUTCDate(date.getUTCDate() + 4 - (date.getUTCDay() || 7));
	const year = thursday.getUTCFullYear();
	const week = Math.ceil(((thursday.getTime() - Date.UTC(year, 0, 1)) / DAY_MS + 1) / 7);
	return `${year}-${week}`;
}

/** What the rule promises, said another way: asked for each backup by itself. */
function isPromised(backup: Taken, all: readonly Taken[], now: number): boolean {
	if (backup.takenAt > now) return true;
	const past = all.filter(({ takenAt }) => takenAt <= now);
	const isLastOf = (period: (at: number) => string) =>
		past.every(
			(other) => period(other.takenAt) !== period(backup.takenAt) || other.takenAt <= backup.takenAt
		);
	const newerPeriods = (period: (at: number) => string, except: string) =>
		new Set(
			past
				.filter(({ takenAt }) => takenAt > backup.takenAt)
				.map(({ takenAt }) => period(takenAt))
				.filter((name) => name !== period(backup.takenAt) && name !== except)
		).size;
	const isOfDays = isLastOf(dayOf) && newerPeriods(dayOf, '') < 7;
	const isThisWeek = weekOf(backup.takenAt) === weekOf(now);
	const isOfWeeks = isLastOf(weekOf) && (isThisWeek || newerPeriods(weekOf, weekOf(now)) < 4);
	return isOfDays || isOfWeeks;
}

test('400 days with a backup each keep what the rule promises on every one of them, and reach four weeks back', () => {
	const history = live(Array.from({ length: 400 }, (_, day) => ({ at: START + day * DAY_MS })));
	for (const { now, kept } of history.slice(60)) {
		expect(kept.every((backup) => isPromised(backup, kept, now))).toBe(true);
		const days = kept.map(({ takenAt }) => Math.round((now - takenAt) / DAY_MS));
		expect(days.filter((age) => age < 7)).toHaveLength(7);
		// Sundays, the last one of them of the fourth week before this one.
		expect(Math.max(...days)).toBeGreaterThanOrEqual(22);
		expect(Math.max(...days)).toBeLessThanOrEqual(28);
		expect(kept.length).toBeLessThanOrEqual(11);
	}
});

test('whatever backups there are, exactly those that are promised are kept', () => {
	const moments = fc.array(fc.integer({ min: -60 * 24 * 60, max: 3 * 24 * 60 }), { maxLength: 60 });
	fc.assert(
		fc.property(moments, (minutes) => {
			const all = [...new Set(minutes)].map((minute) => taken(START + minute * 60_000));
			const promised = all.filter((backup) => isPromised(backup, all, START));
			expect([...filesToKeep(all, START)].sort()).toEqual(promised.map(({ file }) => file).sort());
		}),
		{ numRuns: 500 }
	);
});

test('of two backups on one day the later one is kept', () => {
	const [early, late] = [taken(START), taken(START + HOUR_MS)];
	expect([...filesToKeep([early, late], START + 2 * HOUR_MS)]).toEqual([late.file]);
});

test('days and weeks without a backup do not count, so three months off cost nothing', () => {
	const before = live(Array.from({ length: 60 }, (_, day) => ({ at: START + day * DAY_MS }))).at(
		-1
	);
	const back = START + 150 * DAY_MS;
	const after = [...(before?.kept ?? []), taken(back)];
	// The seventh day back has one more day in front of it, and so has the fourth week.
	expect(filesToKeep(after, back).size).toBeGreaterThanOrEqual(9);
});

test('a week goes from Monday to Sunday, over the new year too', () => {
	const newYear = Date.parse('2027-01-03T12:00:00Z'); // the Sunday of a week that began in 2026
	const all = ['2026-12-27', '2026-12-28', '2026-12-31', '2027-01-01', '2027-01-03']
		.map((day) => taken(Date.parse(`${day}T03:00:00Z`)))
		.concat(Array.from({ length: 7 }, (_, day) => taken(newYear + day * DAY_MS)));
	const kept = days(all, newYear + 6 * DAY_MS);
	expect(kept).toContain('20261227');
	expect(kept).toContain('20270103');
	expect(kept).not.toContain('20261231');
});

test('the hour that a clock leaves out or repeats in spring and autumn changes nothing, as days are of UTC', () => {
	const fall = Date.parse('2026-11-01T08:30:00Z'); // half past one, for the second time, in Chicago
	const twice = [taken(fall - HOUR_MS), taken(fall)];
	expect([...filesToKeep(twice, fall)]).toEqual([backupName(fall)]);
});

test('a backup from the future is kept and pushes no other out', () => {
	const week = Array.from({ length: 7 }, (_, day) => taken(START - day * DAY_MS));
	const future = taken(START + 300 * DAY_MS);
	const kept = filesToKeep([future, ...week], START);
	expect(kept).toEqual(new Set([...week, future].map(({ file }) => file)));
});

test('the newest from before the last migration is kept, however many were made on that day', () => {
	const before = taken(START, '0003');
	const after = taken(START + HOUR_MS, '0004');
	expect(filesToKeep([before, after], START + HOUR_MS).has(before.file)).toBe(true);
});
