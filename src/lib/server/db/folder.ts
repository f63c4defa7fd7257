import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DataRefused } from './refused.ts';

const REASONS: Readonly<Record<string, string>> = {
	EACCES: 'this user may not write there',
	EEXIST: 'there is a file with this name',
	ENOENT: 'nobody can make folders there',
	ENOSPC: 'the disk is full',
	ENOTDIR: 'a part of this path is a file',
	EPERM: 'nobody may write there',
	EROFS: 'that disk can only be read'
};

/**
 * Makes a folder that its owner alone can read, and everything above it, where it is not there yet.
 * @param variable which one names it
 * @throws DataRefused when it cannot be had or written
 */
export function openFolder(variable: 'DATA_DIR' | 'BACKUP_DIR', folder: string): void {
	try {
		makeFolder(folder);
		accessSync(folder, constants.W_OK | constants.X_OK);
	} catch (cause) {
		const { code = '', message } = cause as NodeJS.ErrnoException;
		throw new DataRefused(
			`${variable} is "${folder}", but ${REASONS[code] ?? message}. ` +
				`Mend that, or set ${variable} to another folder.`,
			{ cause }
		);
	}
}

/** How many bytes this program may still write to the disk that a folder is on. */
export async function readFreeBytes(folder: string): Promise<number> {
	const { bavail, bsize } = await statfs(folder);
	return bavail * bsize;
}

/** Not by `recursive`: where nobody can make folders, as below /proc, Node 24 then tries for ever. */
function makeFolder(folder: string): void {
	const parent = dirname(folder);
	if (!existsSync(parent)) makeFolder(parent);
	if (!existsSync(folder) || !statSync(folder).isDirectory()) mkdirSync(folder, { mode: 0o700 });
}
