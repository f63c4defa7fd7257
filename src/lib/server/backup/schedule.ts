import { openFolder } from '../db/open-folder.ts';
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
/** Not while the server and everybody on it is just coming back. */
const FIRST_LOOK_MS = 5 * 60_000;
const LOOK_EVERY_MS = 60_000;
/** What failed is tried again after this. */
const RETRY_MS = 3_600_000;
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
	let notBefore = now() + FIRST_LOOK_MS;
	const looking = setInterval(() => void look(), LOOK_EVERY_MS);
	looking.unref();

	async function look(): Promise<void> {
		if (isBusy || now() < notBefore) return;
		isBusy = true;
		const work = await readManifest(backupDir).then(
			(manifest) => dueWork(manifest, now()),
			(): Work => 'backup' // it says what is wrong with the folder
		);
		try {
			if (work) await run(work);
		} catch (problem) {
			notBefore = now() + RETRY_MS;
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
