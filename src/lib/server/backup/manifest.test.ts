import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../../tests/support/temporary-folder.ts';
import {
	backupName,
	readManifest,
	takenAtOf,
	writeManifest,
	type BackupRecord
} from './manifest.ts';

const record = (file: string): BackupRecord => ({
	file,
	takenAt: takenAtOf(file) ?? 0,
	verifiedAt: 1,
	bytes: 10,
	sha256: 'a'.repeat(64),
	databaseBytes: 100,
	schema: '0004_timeline',
	sqliteVersion: '3.54.1',
	epoch: 'epoch',
	counts: { lists: 1, items: 2, products: 3, prices: 4 }
});

const NAMES = ['grocery_20261125_031000.db.zst', 'grocery_20261124_031000.db.zst'];

/** A folder with these files in it, and a manifest of records. */
async function folderWith(files: readonly string[], records: readonly BackupRecord[]) {
	const folder = temporaryFolder();
	for (const file of files) writeFileSync(join(folder, file), 'x');
	const lastDrill = { at: 5, file: 'x', tookMs: 6, problem: null };
	await writeManifest(folder, { backups: records, lastDrill, lastFailure: null });
	return folder;
}

test('the name of a backup says when it was taken, to the second, in UTC', () => {
	expect(backupName(Date.parse('2026-11-18T03:10:59.999Z'))).toBe('grocery_20261118_031059.db.zst');
	fc.assert(
		fc.property(fc.integer({ min: 0, max: Date.parse('9999-12-31') }), (at) => {
			expect(takenAtOf(backupName(at))).toBe(Math.floor(at / 1000) * 1000);
		})
	);
});

test('files that are named otherwise are none of ours', () => {
	for (const name of [
		'grocery_20261118_031000.db.zst.damaged',
		'grocery_2026118_031000.db.zst',
		'grocery_20269918_031000.db.zst',
		'my_grocery_20261118_031000.db.zst',
		'manifest.json'
	])
		expect(takenAtOf(name)).toBeNull();
});

test('what is written is read, newest first, without those whose files are gone', async () => {
	const [newer, older] = NAMES as [string, string];
	const gone = 'grocery_20261123_031000.db.zst';
	const folder = await folderWith([older, newer], [older, gone, newer].map(record));
	const { backups, lastDrill } = await readManifest(folder);
	expect(backups).toEqual([record(newer), record(older)]);
	expect(lastDrill?.tookMs).toBe(6);
});

test('a line that is damaged costs its backup the record, and no other one', async () => {
	const [newer, older] = NAMES as [string, string];
	const damaged = { ...record(newer), sha256: 'abc' };
	const folder = await folderWith(NAMES, [damaged, record(older)]);
	expect((await readManifest(folder)).backups).toEqual([record(older)]);
});

test('a manifest that is cut off, or a folder that is missing, says that there is nothing', async () => {
	const folder = await folderWith(NAMES, NAMES.map(record));
	writeFileSync(join(folder, 'manifest.json'), '{"backups": [');
	const nothing = { backups: [], lastDrill: null, lastFailure: null };
	expect(await readManifest(folder)).toEqual(nothing);
	expect(await readManifest(join(folder, 'missing'))).toEqual(nothing);
});
