const DAY_MS = 24 * 3_600_000;
/** The first Monday of 1970 was the fifth day of it. */
const DAYS_BEFORE_A_MONDAY = 3;
const KEPT_DAYS = 7;
/** Beyond the current one. */
const KEPT_WEEKS = 4;

interface Backup {
	readonly file: string;
	/** Wall-clock ms. */
	readonly takenAt: number;
	/** The last migration of the database in it. */
	readonly schema: string;
}

/**
 * Which backups are kept: the newest of each of the last 7 days and of the current and 4 other weeks, and the newest
 * from before the last migration. A day or a week counts only when it has a backup, so a server that was off for months
 * loses none. Days are of UTC, and weeks begin on Monday. What is dated later than now (a clock was wrong) is kept
 * and counts for nothing.
 * @param backups verified ones, in any order; others are nobody's to remove
 * @param now wall-clock ms
 */
export function filesToKeep(backups: readonly Backup[], now: number): Set<string> {
	const isFuture = ({ takenAt }: Backup) => takenAt > now;
	const kept = backups.filter(isFuture);
	const past = backups.filter((backup) => !isFuture(backup)).sort((a, b) => b.takenAt - a.takenAt);
	const byDay = newestOfEach(past, dayOf);
	const byWeek = newestOfEach(past, weekOf);
	const otherWeeks = byWeek.filter(({ takenAt }) => weekOf(takenAt) !== weekOf(now));
	const thisWeek = byWeek.filter(({ takenAt }) => weekOf(takenAt) === weekOf(now));
	const olderSchema = past.filter(({ schema }) => schema !== past[0]?.schema).slice(0, 1);
	kept.push(...byDay.slice(0, KEPT_DAYS), ...thisWeek, ...otherWeeks.slice(0, KEPT_WEEKS));
	return new Set([...kept, ...olderSchema].map(({ file }) => file));
}

const dayOf = (at: number): number => Math.floor(at / DAY_MS);
const weekOf = (at: number): number => Math.floor((dayOf(at) + DAYS_BEFORE_A_MONDAY) / 7);

/** @param backups newest first, and so is the result */
function newestOfEach(backups: readonly Backup[], periodOf: (at: number) => number): Backup[] {
	const seen = new Set<number>();
	return backups.filter(({ takenAt }) => {
		const period = periodOf(takenAt);
		if (seen.has(period)) return false;
		seen.add(period);
		return true;
	});
}
