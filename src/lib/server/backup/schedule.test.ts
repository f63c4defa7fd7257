import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { temporaryFolder } from '../../../../tests/support/temporary-folder.ts';
import { backupName, type BackupRecord } from './manifest.ts';
import { dueWork, scheduleBackups } from './schedule.ts';

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

/** A schedule over an empty folder, whose minutes go by when they are told to. */
function schedule(run: () => Promise<void>) {
	vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'], now: at(25, 12) });
	const backupDir = join(temporaryFolder(), 'backups');
	const problems: unknown[] = [];
	const end = scheduleBackups({
		backupDir,
		now: Date.now,
		run,
		report: (problem) => problems.push(problem)
	});
	onTestFinished(() => {
		end();
		vi.useRealTimers();
	});
	async function minutes(count: number): Promise<void> {
		for (let minute = 0; minute < count; minute++) {
			vi.advanceTimersByTime(60_000);
			await new Promise((resolve) => setTimeout(resolve, 5)); // the folder is read meanwhile
		}
	}
	return { backupDir, problems, minutes, end };
}

test('a server that just started is let come up, and then makes the backup it has missed, one at a time', async () => {
	const run = vi.fn(() => new Promise<void>(() => undefined)); // it takes its time
	const { backupDir, minutes } = schedule(run);
	expect(existsSync(backupDir)).toBe(true);
	await minutes(4);
	expect(run).not.toHaveBeenCalled();
	await minutes(10);
	expect(run.mock.calls).toEqual([['backup']]);
});

test('what failed is told, and tried again an hour later', async () => {
	const run = vi.fn(() => Promise.reject(new Error('the disk is full')));
	const { problems, minutes } = schedule(run);
	await minutes(30);
	expect(run).toHaveBeenCalledTimes(1);
	expect(problems).toEqual([new Error('the disk is full')]);
	await minutes(40);
	expect(run).toHaveBeenCalledTimes(2);
});

test('a clock that is set back by a year does not put the next backup off by one', async () => {
	const run = vi.fn(() => Promise.resolve());
	const { minutes } = schedule(run);
	vi.setSystemTime(at(25, 12) - 365 * DAY_MS);
	await minutes(6);
	expect(run).toHaveBeenCalledWith('backup');
});

test('ended, it begins nothing more', async () => {
	const run = vi.fn(() => Promise.resolve());
	const { minutes, end } = schedule(run);
	end();
	await minutes(20);
	expect(run).not.toHaveBeenCalled();
});
