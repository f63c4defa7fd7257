import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

/** A real disk of a few megabytes that can be filled, and made larger under whoever uses it. */
export interface SmallDisk {
	/** An empty folder on it. */
	readonly folder: string;
	/** Takes all room that is left, so that not one byte more can be written. */
	fill(): void;
	/** Makes it as large as this. */
	resize(megabytes: number): void;
}

/** @returns the disk, which is gone when the test is over; or why there is none */
export function mountSmallDisk(megabytes: number): SmallDisk | string {
	const folder = temporaryFolder();
	const failure = mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder);
	if (failure !== null) return `a tmpfs cannot be mounted here, which needs root: ${failure}`;
	// Lazily: it goes when the last who uses it is gone.
	onTestFinished(() => void spawnSync('umount', ['--lazy', folder]));
	mkdirSync(join(folder, 'data'));
	return {
		folder: join(folder, 'data'),
		fill: () => fill(join(folder, 'filler')),
		resize(to) {
			const failure = mount('-o', `remount,size=${to}m`, folder);
			if (failure !== null) throw new Error(failure);
		}
	};
}

function mount(...args: readonly string[]): string | null {
	const { status, stderr, error } = spawnSync('mount', args, { encoding: 'utf8' });
	if (error) return error.message;
	return status === 0 ? null : stderr.trim();
}

function fill(file: string): void {
	const handle = openSync(file, 'a');
	const chunk = Buffer.alloc(65_536, 1);
	try {
		for (;;) writeSync(handle, chunk);
	} catch (problem) {
		if ((problem as NodeJS.ErrnoException).code !== 'ENOSPC') throw problem;
	} finally {
		closeSync(handle);
	}
}
