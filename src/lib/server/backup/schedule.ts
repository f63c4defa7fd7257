import { openFolder } from '../db/folder.ts';
import { readManifest, type Manifest } from './manifest.ts';

type Work = 'backup' | 'drill';

interface ScheduleTools {
	readonly backupDir: string;
	/** Wall clock in ms. */
	readonly now: () => number;
	/** Does it, in another process. @throws with the sentence that it said */
	readonly run: (work: Work) => Promise<void>;
	readonly report: (problem: unknown, doing: string) => void;
}

/** At night, by the server's own clock. */
const HOUR = 3;
const MINUTE = 10;
const LOOK_EVERY_MS = 60_000;
/** So many looks are passed over while the server and everybody on it is just coming back. */
const LOOKS_AT_FIRST = 4;
/** What failed is tried again after an hour. Counted in looks, because a clock that is set back must not stop it. */
const LOOKS_AFTER_FAILURE = 59;
const DRILL_EVERY_MS = 7 * 24 * 3_600_000;

/** A backup every night and a drill every week, made up for when the server was off. @returns what ends it */
export function scheduleBackups({ backupDir, now, run, report }: ScheduleTools): () => void {
	try {
		openFolder('BACKUP_DIR', backupDir);
	} catch (problem) {
		// People need their lists, backups or not; the status says it too.
		report(problem, 'opening the folder for backups');
	}
	let isBusy = false;
	let looksToPass = LOOKS_AT_FIRST;
	const looking = setInterval(() => void look(), LOOK_EVERY_MS);
	looking.unref();

	async function look(): Promise<void> {
		if (isBusy || looksToPass-- > 0) return;
		isBusy = true;
		const work = await readManifest(backupDir).then(
			(manifest) => dueWork(manifest, now()),
			(): Work => 'backup' // it says what is wrong with the folder
		);
		try {
			if (work) await run(work);
		} catch (problem) {
			looksToPass = LOOKS_AFTER_FAILURE;
			report(problem, work === 'drill' ? 'trying out the newest backup' : 'making a backup');
		} finally {
			isBusy = false;
		}
	}

	return () => clearInterval(looking);
}

/** What there is to do now. A backup or drill from the future, of a clock that was wrong, does not count. */
export function dueWork({ backups, lastDrill }: Manifest, now: number): Work | null {
	const newest = backups.find(({ takenAt }) => takenAt <= now);
	if (!newest || newest.takenAt < lastNight(now)) return 'backup';
	const isTried = lastDrill && lastDrill.at <= now && now - lastDrill.at < DRILL_EVERY_MS;
	return isTried ? null : 'drill';
}

/** The last time it was ten past three. */
function lastNight(now: number): number {
	const today = new Date(now);
	const at = today.setHours(HOUR, MINUTE, 0, 0);
	return at <= now ? at : today.setDate(today.getDate() - 1);
}
