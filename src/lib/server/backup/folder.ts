import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readFreeBytes } from '../db/folder.ts';
import { DataRefused } from '../db/refused.ts';

const WORK = 'unfinished';

/** Makes renames in a folder outlive a power cut. */
export async function flushFolder(folder: string): Promise<void> {
	const handle = await open(folder, 'r');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/** An empty folder inside another, for what is not finished. What was cut off there before is removed. */
export async function openWorkFolder(folder: string): Promise<string> {
	await closeWorkFolder(folder);
	const work = join(folder, WORK);
	await mkdir(work, { mode: 0o700 });
	return work;
}

/** Removes it with everything in it; safe where there is none. */
export function closeWorkFolder(folder: string): Promise<void> {
	return rm(join(folder, WORK), { recursive: true, force: true });
}

/** @throws DataRefused when the disk under the folder has less room than that */
export async function checkRoom(folder: string, bytes: number, doing: string): Promise<void> {
	const free = await readFreeBytes(folder);
	if (free >= bytes) return;
	throw new DataRefused(
		`${doing} needs ${inMegabytes(bytes)} in ${folder}, and there are ${inMegabytes(free)}. ` +
			'Nothing was changed. Make room and try again.'
	);
}

const inMegabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
