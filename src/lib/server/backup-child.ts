import { spawn, type ChildProcess } from 'node:child_process';
import { setPriority } from 'node:os';
import { scheduleBackups } from './backup/schedule.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';

/** Behind everything that serves people. */
const NICENESS = 10;
/** Of the largest database this is meant for it takes a minute. */
const LIMIT_MS = 30 * 60_000;
/** As much as is kept of what it says when it fails. */
const MAX_WORDS = 2_000;

/**
 * Backups and drills at their times, each in a process of its own: this program once more, with the work as its
 * argument. @returns what ends them, one that is under way too: the next start makes up for it
 */
export function startBackups(config: Config, log: Log): () => void {
	let child: ChildProcess | null = null;

	function run(work: string): Promise<void> {
		const started = spawn(process.execPath, [process.argv[1] ?? '', work], {
			stdio: ['ignore', 'ignore', 'pipe'],
			timeout: LIMIT_MS,
			killSignal: 'SIGKILL'
		});
		child = started;
		return new Promise((resolve, reject) => {
			let words = '';
			started.stderr.on('data', (chunk: Buffer) => {
				words = (words + String(chunk)).slice(-MAX_WORDS);
			});
			started.once('spawn', () => giveWay(started.pid));
			started.once('error', reject);
			started.once('close', (code, signal) => {
				child = null;
				if (code === 0) resolve();
				else reject(new Error(words.trim() || `It ended with ${signal ?? code}.`));
			});
		});
	}

	const endSchedule = scheduleBackups({
		backupDir: config.backupDir,
		now: Date.now,
		run,
		report: (problem, doing) => log.error({ err: problem }, `failed: ${doing}`)
	});
	return () => {
		endSchedule();
		child?.kill('SIGKILL');
	};
}

function giveWay(pid: number | undefined): void {
	try {
		if (pid !== undefined) setPriority(pid, NICENESS);
	} catch {
		// It works all the same, only beside the others and not behind them.
	}
}
