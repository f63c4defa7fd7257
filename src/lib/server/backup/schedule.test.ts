import { expect, test } from 'vitest';
import { backupName, type BackupRecord } from './manifest.ts';
import { dueWork } from './schedule.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** By the machine's own clock, as the schedule is. */
const at = (day: number, hour: number, minute = 0) =>
	new Date(2026, 10, day, hour, minute).getTime();

const backupAt = (takenAt: number) =>
	({ file: backupName(takenAt), takenAt }) as Partial<BackupRecord> as BackupRecord;

function manifest(backups: readonly number[], drilledAt: number | null = null) {
	const lastDrill =
		drilledAt === null ? null : { at: drilledAt, file: '', tookMs: 1, problem: null };
	return { backups: backups.map(backupAt), lastDrill, lastFailure: null };
}

test('there is a backup every night at ten past three', () => {
	const done = manifest([at(24, 3, 10)], at(24, 4));
	expect(dueWork(done, at(25, 3, 9))).toBeNull();
	expect(dueWork(done, at(25, 3, 10))).toBe('backup');
	expect(dueWork(manifest([at(25, 3, 10)], at(24, 4)), at(25, 3, 11))).toBeNull();
});

test('a night that was missed is made up for, and the first backup does not wait for a night', () => {
	expect(dueWork(manifest([at(20, 3, 10)], at(24, 4)), at(25, 18))).toBe('backup');
	expect(dueWork(manifest([]), at(25, 18))).toBe('backup');
});

test('one made by hand in the evening does not take the place of the one at night', () => {
	expect(dueWork(manifest([at(24, 22)], at(24, 4)), at(25, 3, 10))).toBe('backup');
});

test('the newest is tried out every week', () => {
	expect(dueWork(manifest([at(25, 3, 10)], at(25, 4) - 6 * DAY_MS), at(25, 4))).toBeNull();
	expect(dueWork(manifest([at(25, 3, 10)], at(25, 4) - 7 * DAY_MS), at(25, 4))).toBe('drill');
	expect(dueWork(manifest([at(25, 3, 10)]), at(25, 4))).toBe('drill');
});

test('what a wrong clock dated into the future does not count', () => {
	expect(dueWork(manifest([at(30, 3)], at(24, 4)), at(25, 4))).toBe('backup');
	expect(dueWork(manifest([at(25, 3, 10)], at(30, 4)), at(25, 4))).toBe('drill');
});
