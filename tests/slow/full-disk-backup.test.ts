import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import Database from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { openDatabase } from '#lib/server/db/open.ts';
import { runScript } from '../support/command.ts';
import { mountSmallDisk } from '../support/small-disk.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

vi.setConfig({ testTimeout: 60_000 });

const DISK_MB = 24;
/** More than half of the disk, so that there is no room for it twice. */
const PRODUCTS = 14_000;

/** Makes a database in a folder, of so many products. */
async function fill(folder: string, products: number): Promise<void> {
	const database = await openDatabase(join(folder, 'grocery.db'));
	const insert = database.sqlite.prepare(
		`INSERT INTO walmart_products (id, name, department, aisle, sold_by, pack_milli, taxable)
		 VALUES (?, ?, 'x', 'x', 'each', 1000, 0)`
	);
	database.sqlite.transaction(() => {
		for (let i = 0; i < products; i++) insert.run(`p${i}`, randomBytes(500).toString('hex'));
	})();
	await database.close();
}

function countProducts(folder: string): unknown {
	const sqlite = new Database(join(folder, 'grocery.db'), { readonly: true });
	const count = sqlite.prepare('SELECT count(*) FROM walmart_products').pluck().get();
	sqlite.close();
	return count;
}

for (const [what, hasRecord] of [
	['that the manifest knows', true],
	['that was brought from elsewhere', false]
] as const)
	test(`R11: a backup ${what} and that does not fit on the disk is refused, and the data there stay`, async ({
		skip
	}) => {
		const disk = mountSmallDisk(DISK_MB);
		if (typeof disk === 'string') return skip(disk);
		const big = temporaryFolder();
		await fill(big, PRODUCTS);
		const made = { dataDir: big, backupDir: join(big, 'backups') };
		const path = runScript('backup', made).stdout.trimEnd().split('\n').at(-1) ?? '';
		const elsewhere = join(temporaryFolder(), 'brought.db.zst');
		copyFileSync(path, elsewhere);
		await fill(disk.folder, PRODUCTS / 2);

		const place = { dataDir: disk.folder, backupDir: made.backupDir };
		const { status, stderr } = runScript('restore', place, hasRecord ? path : elsewhere);
		expect(status).toBe(1);
		expect(stderr).toMatch(/room|too full/);
		expect(stderr).toContain('Nothing was changed.');
		expect(countProducts(disk.folder)).toBe(PRODUCTS / 2);
		expect(existsSync(join(disk.folder, 'unfinished'))).toBe(false);

		disk.resize(100);
		expect(runScript('restore', place, path).status).toBe(0);
		expect(countProducts(disk.folder)).toBe(PRODUCTS);
	});

test('R11: a backup for which there is no room is refused before it begins, and those before it stay', async ({
	skip
}) => {
	const disk = mountSmallDisk(DISK_MB);
	if (typeof disk === 'string') return skip(disk);
	const dataDir = temporaryFolder();
	await fill(dataDir, PRODUCTS / 14);
	const place = { dataDir, backupDir: disk.folder };
	expect(runScript('backup', place).status).toBe(0);
	const before = readdirSync(disk.folder).filter((name) => name.endsWith('.zst'));
	disk.fill();
	const { status, stderr } = runScript('backup', place);
	expect(status).toBe(1);
	expect(stderr).toMatch(/A backup needs .* MB in .*, and there are 0\.0 MB\..*Make room/);
	expect(readdirSync(disk.folder).filter((name) => name.endsWith('.zst'))).toEqual(before);
	disk.resize(64);
	expect(runScript('backup', place).status).toBe(0);
});
