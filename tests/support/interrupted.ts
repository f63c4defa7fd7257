import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { expect } from 'vitest';
import { takeBackup } from '#lib/server/backup/backup.ts';
import { readManifest } from '#lib/server/backup/manifest.ts';
import { finishRestore, restoreBackup } from '#lib/server/backup/restore.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The names of products that tell the two states apart. */
type State = 'in the backup' | 'since then';

/** A data folder with a backup, and something that was done since. It is copied for each interruption. */
export class Interrupted {
	readonly #template = temporaryFolder();
	readonly #folder = temporaryFolder();

	static async create(): Promise<Interrupted> {
		const interrupted = new Interrupted();
		const folder = interrupted.#template;
		const database = await openDatabase(join(folder, 'grocery.db'));
		note(database.sqlite, 'in the backup');
		await takeBackup({ dataDir: folder, backupDir: join(folder, 'backups'), now: Date.now });
		note(database.sqlite, 'since then');
		await database.close();
		return interrupted;
	}

	/**
	 * Makes a backup and kills it right before one of its steps: the data are as they were, the backup from before is
	 * whole, and the next one is made.
	 * @returns whether it had so many steps
	 */
	async backUp(step: number): Promise<boolean> {
		const isKilled = this.#kill(step, 'backup.ts');
		expect(await this.#state()).toBe('since then');
		const { backups } = await readManifest(this.#backupDir);
		expect(backups.length).toBeGreaterThan(0);
		const next = await takeBackup({
			dataDir: this.#folder,
			backupDir: this.#backupDir,
			now: Date.now
		});
		expect(next.damaged).toEqual([]);
		expect(existsSync(join(this.#backupDir, 'unfinished'))).toBe(false);
		return isKilled;
	}

	/**
	 * Restores and kills that right before one of its steps: what is there is what was before or what was in the backup,
	 * whole, and another restore works.
	 * @returns whether it had so many steps
	 */
	async restore(step: number): Promise<boolean> {
		const file = await this.#newest();
		const isKilled = this.#kill(step, 'restore.ts', file);
		expect(['since then', 'in the backup']).toContain(await this.#state());
		await restoreBackup({
			file,
			dataDir: this.#folder,
			backupDir: this.#backupDir,
			now: Date.now,
			newEpoch: () => 'epoch'
		});
		expect(await this.#state()).toBe('in the backup');
		return isKilled;
	}

	get #backupDir(): string {
		return join(this.#folder, 'backups');
	}

	/** Begins with a fresh copy. @returns whether the program was killed; otherwise it has done all of its work */
	#kill(step: number, script: string, ...args: readonly string[]): boolean {
		rmSync(this.#folder, { recursive: true });
		cpSync(this.#template, this.#folder, { recursive: true });
		const root = join(import.meta.dirname, '../..');
		const preload = join(import.meta.dirname, 'kill-at-step.ts');
		const { status, signal, stderr } = spawnSync(
			process.execPath,
			['--import', preload, join(root, 'scripts', script), ...args],
			{
				env: {
					PATH: process.env['PATH'],
					DATA_DIR: this.#folder,
					BACKUP_DIR: this.#backupDir,
					KILL_UNDER: this.#folder,
					KILL_AT: String(step)
				},
				encoding: 'utf8'
			}
		);
		if (signal !== 'SIGKILL') expect([status, stderr]).toEqual([0, '']);
		return signal === 'SIGKILL';
	}

	async #newest(): Promise<string> {
		const [newest] = (await readManifest(join(this.#template, 'backups'))).backups;
		return newest?.file ?? '';
	}

	/** As a start finds it. */
	async #state(): Promise<State> {
		await finishRestore(this.#folder);
		const database = await openDatabase(join(this.#folder, 'grocery.db'));
		const isSince = database.sqlite
			.prepare('SELECT 1 FROM walmart_products WHERE id = ?')
			.get('since then');
		await database.close();
		return isSince ? 'since then' : 'in the backup';
	}
}

function note(sqlite: Database.Database, state: State): void {
	sqlite
		.prepare(
			`INSERT INTO walmart_products (id, name, department, aisle, sold_by, pack_milli, taxable)
			 VALUES (?, 'x', 'x', 'x', 'each', 1000, 0)`
		)
		.run(state);
}
