import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Where a server keeps its things. */
export interface Place {
	readonly dataDir: string;
	readonly backupDir: string;
	/** For Node itself. */
	readonly nodeOptions?: readonly string[];
}

/** Runs a script of `scripts/` as an operator does. @returns how it ended, and what it printed */
export function runScript(
	script: string,
	{ dataDir, backupDir, nodeOptions = [] }: Place,
	...args: string[]
) {
	const program = join(import.meta.dirname, '../../scripts', `${script}.ts`);
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[...nodeOptions, program, ...args],
		{
			env: { PATH: process.env['PATH'], DATA_DIR: dataDir, BACKUP_DIR: backupDir },
			encoding: 'utf8'
		}
	);
	return { status, stdout, stderr };
}
