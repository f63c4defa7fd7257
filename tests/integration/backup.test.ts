import { spawnSync } from 'node:child_process';
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { takeBackup } from '#lib/server/backup/backup.ts';
import { backupName, readManifest } from '#lib/server/backup/manifest.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { restoreBackup } from '#lib/server/backup/restore.ts';
import { migrations } from '../../migrations/index.ts';
import { runScript as run, type Place } from '../support/command.ts';
import { routes } from '../support/routes.ts';
import { startServer } from '../support/start-app.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { Visitor } from '../support/visitor.ts';

/** Each command is a Node of its own. */
vi.setConfig({ testTimeout: 60_000 });

function newPlace(): Place {
	const folder = temporaryFolder();
	return { dataDir: join(folder, 'data'), backupDir: join(folder, 'backups') };
}

/** A server of this place, and Ann with a list of three things on it. */
async function household(place: Place) {
	const env = { DATA_DIR: place.dataDir, BACKUP_DIR: place.backupDir };
	const server = await startServer({ env, handler: routes });
	const ann = await Visitor.signedUp(server, 'Ann');
	const listId = await ann.makeList('Groceries', 'Milk', 'Eggs', 'Bread');
	return { server, ann, listId };
}

/** A place whose server is stopped, with one backup of Ann's list. */
async function placeWithBackup(now: () => number = Date.now) {
	const place = newPlace();
	const { server, ann, listId } = await household(place);
	const { record } = await takeBackup({ ...place, now });
	await server.close();
	return { place, ann, listId, file: join(place.backupDir, record.file), record };
}

const itemNames = ({ dataDir }: Place, listName = 'Groceries'): string[] => {
	const sqlite = new Database(join(dataDir, 'grocery.db'), { readonly: true });
	const names = sqlite
		.prepare<[string], string>(
			`SELECT i.name FROM grocery_items i JOIN grocery_lists l ON l.id = i.list_id
			 WHERE l.name = ? AND i.deleted_at IS NULL ORDER BY i.name`
		)
		.pluck()
		.all(listName);
	sqlite.close();
	return names;
};

/** Every file of a folder with what is in it, but for locks, which no command leaves as they were. */
function contentsOf(folder: string): Record<string, string> {
	const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
		(entry) => entry.isFile() && !entry.name.endsWith('.lock')
	);
	return Object.fromEntries(
		files.map(({ parentPath, name }) => {
			const path = join(parentPath, name);
			return [path, readFileSync(path, 'hex')];
		})
	);
}

test('a backup is made beside a running server, has everything in it, and is named by the last line', async () => {
	const place = newPlace();
	const { ann, listId } = await household(place);
	const { status, stdout } = run('backup', place);
	expect(status).toBe(0);
	const path = stdout.trimEnd().split('\n').at(-1) ?? '';
	expect(path).toMatch(/\/backups\/grocery_\d{8}_\d{6}\.db\.zst$/);
	expect(statSync(path).mode & 0o777).toBe(0o600);
	expect(statSync(place.backupDir).mode & 0o777).toBe(0o700);
	const copy = new Database(zstdDecompressSync(readFileSync(path)));
	const count = (table: string) => copy.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
	expect(count('grocery_items')).toBe(3);
	expect(count('walmart_products')).toBeGreaterThan(500);
	expect(count('sessions')).toBe(1);
	expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
	copy.close();
	await ann.sync(ann.add(listId, 'Tea')); // the server has not noticed
	const [record] = (await readManifest(place.backupDir)).backups;
	expect(record?.counts).toMatchObject({ lists: 1, items: 3 });
});

test('two at once: the second says that the first is under way, and the first is made', async () => {
	const { place } = await placeWithBackup();
	const first = takeBackup({ ...place, now: Date.now });
	await expect(takeBackup({ ...place, now: Date.now })).rejects.toThrow(
		`Another backup (process ${process.pid}) is under way`
	);
	const { record } = await first;
	expect(existsSync(join(place.backupDir, record.file))).toBe(true);
});

test('two in one second are two files', async () => {
	const { place } = await placeWithBackup();
	const now = () => Date.parse('2026-11-25T03:10:00.500Z');
	const first = await takeBackup({ ...place, now });
	const second = await takeBackup({ ...place, now });
	expect([first.record.file, second.record.file]).toEqual([
		'grocery_20261125_031000.db.zst',
		'grocery_20261125_031001.db.zst'
	]);
});

test('a damaged database is not backed up, the backups before stay, and the reason is kept', async () => {
	const { place, record } = await placeWithBackup();
	const file = join(place.dataDir, 'grocery.db');
	const bytes = readFileSync(file);
	bytes.fill(0xff, 5 * 4096, 8 * 4096);
	writeFileSync(file, bytes);
	const { status, stderr } = run('backup', place);
	expect(status).toBe(1);
	expect(stderr).toContain(`${file} is damaged`);
	const { backups, lastFailure } = await readManifest(place.backupDir);
	expect(backups.map((one) => one.file)).toEqual([record.file]);
	expect(lastFailure?.message).toMatch(/is damaged/);
	expect(existsSync(join(place.backupDir, 'unfinished'))).toBe(false);
});

test('without data there is nothing to back up, and nothing is made', () => {
	const place = newPlace();
	const { status, stderr } = run('backup', place);
	expect(status).toBe(1);
	expect(stderr).toContain(`There is no data in ${place.dataDir} yet`);
	expect(existsSync(place.backupDir)).toBe(false);
});

test('an older backup that rotted is renamed and told of by the next one', async () => {
	const { place, file, record } = await placeWithBackup();
	writeFileSync(file, withFlippedBit(readFileSync(file), 0.5));
	const { damaged } = await takeBackup({ ...place, now: Date.now });
	expect(damaged).toEqual([record.file]);
	expect(existsSync(`${file}.damaged`)).toBe(true);
	const { backups, lastFailure } = await readManifest(place.backupDir);
	expect(backups).toHaveLength(1);
	expect(lastFailure?.message).toContain(record.file);
});

test('a folder whose manifest was lost gets it back from the backups themselves, and strange files are let be', async () => {
	const { place, record } = await placeWithBackup();
	writeFileSync(join(place.backupDir, 'manifest.json'), 'nothing');
	writeFileSync(join(place.backupDir, 'holiday.jpg'), 'sea');
	const dayBefore = backupName(record.takenAt - 24 * 3_600_000);
	renameSync(join(place.backupDir, record.file), join(place.backupDir, dayBefore));
	await takeBackup({ ...place, now: Date.now });
	const { backups } = await readManifest(place.backupDir);
	expect(backups).toHaveLength(2);
	expect(backups[1]).toMatchObject({
		file: dayBefore,
		counts: record.counts,
		sha256: record.sha256
	});
	expect(readFileSync(join(place.backupDir, 'holiday.jpg'), 'utf8')).toBe('sea');
});

test('what is no longer kept goes', async () => {
	const firstDay = Date.parse('2026-11-25T03:10:00Z');
	const { place } = await placeWithBackup(() => firstDay);
	for (let day = 1; day <= 12; day++)
		await takeBackup({ ...place, now: () => firstDay + day * 24 * 3_600_000 });
	const days = ['1129', '1201', '1202', '1203', '1204', '1205', '1206', '1207'];
	const files = readdirSync(place.backupDir).filter((name) => name.endsWith('.zst'));
	expect(files).toEqual(days.map((day) => `grocery_2026${day}_031000.db.zst`));
	expect((await readManifest(place.backupDir)).backups).toHaveLength(8);
});

test('a restore brings everything back as it was, keeps what was there aside, and begins a new timeline', async () => {
	const { place, file, record } = await placeWithBackup();
	const { server, ann } = await household(place);
	await ann.makeList('Cookout', 'Charcoal');
	await server.close();
	const { status, stdout } = run('restore', place, file);
	expect(status).toBe(0);
	expect(stdout).toContain('Groceries: 3 items, for Ann');
	expect(stdout).toMatch(/Restored in \d+\.\d s\. Start the server/);
	expect(itemNames(place)).toEqual(['Bread', 'Eggs', 'Milk']);
	expect(itemNames(place, 'Cookout')).toEqual([]);
	const aside = /lies in (\S+)\. Remove/.exec(stdout)?.[1] ?? '';
	expect(itemNames({ ...place, dataDir: aside }, 'Cookout')).toEqual(['Charcoal']);
	const again = await startServer({ env: { DATA_DIR: place.dataDir } });
	const { epoch } = again.app.database.sqlite.prepare('SELECT epoch FROM sync_meta').get() as {
		epoch: string;
	};
	expect(epoch).not.toBe(record.epoch);
	expect(existsSync(join(place.dataDir, 'unfinished'))).toBe(false);
});

test('onto a machine that has nothing, a restore makes the data folder', async () => {
	const { file } = await placeWithBackup();
	const place = newPlace();
	expect(run('restore', place, file).status).toBe(0);
	expect(itemNames(place)).toEqual(['Bread', 'Eggs', 'Milk']);
	expect(statSync(place.dataDir).mode & 0o777).toBe(0o700);
	expect(statSync(join(place.dataDir, 'grocery.db')).mode & 0o777).toBe(0o600);
});

test('a name that "backup:list" shows will do for a path', async () => {
	const { place, record } = await placeWithBackup();
	expect(run('backup-list', place).stdout).toMatch(
		new RegExp(`^${record.file}  0\\.\\d MB, verified .* UTC, 1 list, 3 items`)
	);
	expect(run('restore', place, record.file).status).toBe(0);
});

test('under a running server a restore is refused with its process and how to end it, and nothing is touched', async () => {
	const { place, file } = await placeWithBackup();
	const env = { DATA_DIR: place.dataDir, BACKUP_DIR: place.backupDir };
	await startServer({ env });
	const before = Object.keys(contentsOf(place.dataDir));
	const { status, stderr } = run('restore', place, file);
	expect(status).toBe(1);
	expect(stderr).toContain(`process ${process.pid}`);
	expect(stderr).toContain(`"kill ${process.pid}"`);
	expect(Object.keys(contentsOf(place.dataDir))).toEqual(before);
});

test('two restores at once: one is done, the other is refused', async () => {
	const { place, file } = await placeWithBackup();
	const tools = { ...place, file, now: Date.now, newEpoch: () => 'epoch' };
	const outcomes = await Promise.allSettled([restoreBackup(tools), restoreBackup(tools)]);
	expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	expect(itemNames(place)).toEqual(['Bread', 'Eggs', 'Milk']);
});

function withFlippedBit(bytes: Buffer, share: number): Buffer {
	const at = Math.floor(bytes.length * share);
	const changed = Buffer.from(bytes);
	changed.writeUInt8(bytes.readUInt8(at) ^ (1 << (at % 8)), at);
	return changed;
}

/** Files that are no whole backup of this version, by what is said of them. */
const BAD: readonly [string, RegExp, (good: Buffer) => Buffer][] = [
	['empty', /cut off, or empty/, () => Buffer.alloc(0)],
	['cut off', /cut off, or empty/, (good) => good.subarray(0, good.length - 7)],
	['text', /is not a backup/, () => Buffer.from('milk, eggs, bread')],
	['a packed text', /is not a database/, () => zstdCompressSync('milk, eggs, bread'.repeat(99))],
	['a packed nothing', /is empty/, () => zstdCompressSync(Buffer.alloc(0))],
	['of another program', /of another program/, () => zstdCompressSync(foreign())],
	['from a newer version', /by a newer version/, (good) => zstdCompressSync(newer(good))],
	['half a database', /is damaged/, (good) => zstdCompressSync(half(good))]
];

function foreign(): Buffer {
	const sqlite = new Database(join(temporaryFolder(), 'notes.db'));
	sqlite.exec('CREATE TABLE notes (text)');
	sqlite.close();
	return readFileSync(sqlite.name);
}

function newer(good: Buffer): Buffer {
	const file = join(temporaryFolder(), 'newer.db');
	writeFileSync(file, zstdDecompressSync(good));
	const sqlite = new Database(file);
	sqlite.exec(`INSERT INTO kysely_migration VALUES ('9999_later', '2027')`);
	sqlite.close();
	return readFileSync(file);
}

function half(good: Buffer): Buffer {
	const whole = zstdDecompressSync(good);
	return whole.subarray(0, whole.length >> 1);
}

test.each(BAD)(
	'a backup that is %s is refused in a sentence, and nothing changes',
	async (_what, why, make) => {
		const { place, file } = await placeWithBackup();
		const bad = join(temporaryFolder(), 'grocery_20261101_031000.db.zst');
		writeFileSync(bad, make(readFileSync(file)));
		const before = contentsOf(place.dataDir);
		const { status, stderr } = run('restore', place, bad);
		expect(status).toBe(1);
		expect(stderr).toMatch(why);
		expect(stderr).toContain('Nothing was changed.');
		expect(stderr).toContain(bad);
		expect(stderr.trim().split('\n')).toHaveLength(1);
		expect(contentsOf(place.dataDir)).toEqual(before);
	}
);

test('a file that is not there, or none at all, is told with what to do', async () => {
	const { place } = await placeWithBackup();
	const missing = run('restore', place, 'grocery_20200101_000000.db.zst');
	expect(missing.status).toBe(1);
	expect(missing.stderr).toContain('"npm run backup:list" shows what there is.');
	expect(run('restore', place).status).toBe(2);
	expect(run('restore', place, 'a', 'b').status).toBe(2);
});

test('one flipped bit anywhere in a backup, and it is refused: 50 of 50', async () => {
	const { place, file } = await placeWithBackup();
	const good = readFileSync(file);
	const tools = { ...place, file, now: Date.now, newEpoch: () => 'epoch' };
	for (let i = 0; i < 50; i++) {
		writeFileSync(file, withFlippedBit(good, (i + 0.5) / 50));
		await expect(restoreBackup(tools)).rejects.toThrow(/Nothing was changed/);
	}
	writeFileSync(file, good);
	expect(run('restore', place, file).status).toBe(0);
});

test('a flipped bit in one that was brought from elsewhere is refused too, or is one that says nothing', async () => {
	const { place, file } = await placeWithBackup();
	const good = readFileSync(file);
	const brought = join(temporaryFolder(), 'brought.db.zst');
	const tools = { ...place, file: brought, now: Date.now, newEpoch: () => 'epoch' };
	let refused = 0;
	for (let i = 0; i < 50; i++) {
		writeFileSync(brought, withFlippedBit(good, (i + 0.5) / 50));
		// Only the checksum of what is in it can tell, and that is right where the packing alone was touched.
		await restoreBackup(tools).catch(() => refused++);
		expect(itemNames(place)).toEqual(['Bread', 'Eggs', 'Milk']);
	}
	expect(refused).toBeGreaterThan(40);
});

test('one list comes back beside what is there, for those who are on it now', async () => {
	const { place, file, ann, listId } = await placeWithBackup();
	const server = await startServer({ env: { DATA_DIR: place.dataDir }, handler: routes });
	await ann.at(server).sync({ name: 'list.rename', args: { listId, name: 'Weekly' } });
	await server.close();
	const { status, stdout } = run('restore', place, file, '--list', listId);
	expect(stdout).toMatch(
		/"Groceries \(\w+ \d+\)" is there again: 3 items, on the screens of 1 person\./
	);
	expect(status).toBe(0);
	expect(itemNames(place, 'Weekly')).toEqual(['Bread', 'Eggs', 'Milk']);
	const [name] = /Groceries \([^)]+\)/.exec(stdout) ?? [''];
	expect(itemNames(place, name)).toEqual(['Bread', 'Eggs', 'Milk']);
});

test('a list that was purged comes back by its name for those who were on it, and can be worked with', async () => {
	const { place, file, ann, listId } = await placeWithBackup();
	const server = await startServer({ env: { DATA_DIR: place.dataDir }, handler: routes });
	const { sqlite } = server.app.database;
	sqlite.prepare('DELETE FROM grocery_items').run();
	sqlite.prepare('DELETE FROM grocery_lists WHERE id = ?').run(listId);
	await server.close();
	expect(run('restore', place, file, '--list', 'groceries').status).toBe(0);
	const again = await startServer({ env: { DATA_DIR: place.dataDir }, handler: routes });
	ann.at(again).state = { epoch: null, cursor: 0, acked: 0, proof: null };
	const { rows } = await ann.sync();
	expect(rows.lists.map(({ name }) => name)).toEqual([expect.stringMatching(/^Groceries \(/)]);
	const [list] = rows.lists;
	expect(list?.id).not.toBe(listId);
	const milk = rows.items.find(({ name }) => name === 'Milk');
	const patch = { checked: true };
	const args = { listId: list?.id ?? '', id: milk?.id ?? '', patch };
	const { rows: after, rejects } = await ann.sync({ name: 'item.set', args });
	expect([rejects, after.items.map(({ checked }) => checked)]).toEqual([[], [true]]);
});

test('who names a folder gets no file of the same name from another', async () => {
	const { place, record } = await placeWithBackup();
	const { status, stderr } = run('restore', place, join('/mnt/usb', record.file));
	expect(status).toBe(1);
	expect(stderr).toContain(`There is no /mnt/usb/${record.file}.`);
});

test('a list that the backup has not is answered with those that it has', async () => {
	const { place, file, listId } = await placeWithBackup();
	const { status, stderr } = run('restore', place, file, '--list', 'Cookout');
	expect(status).toBe(1);
	expect(stderr).toContain('no list "Cookout"');
	expect(stderr).toContain(`${listId}  Groceries, 3 items`);
});

test('a drill restores the newest backup, starts on it, and says so where the status is read', async () => {
	const { place, record } = await placeWithBackup();
	const before = contentsOf(place.dataDir);
	const { status, stdout } = run('backup-drill', place);
	expect(stdout).toContain('is what it was');
	expect(status).toBe(0);
	const { lastDrill } = await readManifest(place.backupDir);
	expect(lastDrill).toMatchObject({ file: record.file, problem: null });
	expect(contentsOf(place.dataDir)).toEqual(before);
	expect(existsSync(join(place.backupDir, 'unfinished'))).toBe(false);
});

test('a drill with a backup that does not come back fails, and the reason is kept', async () => {
	const { place, file } = await placeWithBackup();
	copyFileSync(file, `${file}.good`);
	writeFileSync(file, readFileSync(file).subarray(0, 999));
	const { status, stderr } = run('backup-drill', place);
	expect(status).toBe(1);
	expect(stderr).toMatch(/did not come back as it was/);
	expect((await readManifest(place.backupDir)).lastDrill?.problem).toMatch(/cannot be restored/);
});

test('a drill without a backup says how to make one', () => {
	const place = newPlace();
	mkdirSync(place.backupDir, { recursive: true });
	expect(run('backup-drill', place).stderr).toContain('"npm run backup" makes one.');
	rmSync(place.backupDir, { recursive: true });
});

test('before an upgrade changes the database, what is there is backed up', async () => {
	const place = newPlace();
	mkdirSync(place.dataDir);
	const earlier = Object.fromEntries(Object.entries(migrations).slice(0, 3));
	const file = join(place.dataDir, 'grocery.db');
	const old = await openDatabase(file, { migrations: earlier });
	old.sqlite.exec(`INSERT INTO users (id, name, created_at) VALUES ('ann', 'Ann', 1)`);
	await old.close();
	await startServer({ env: { DATA_DIR: place.dataDir, BACKUP_DIR: place.backupDir } });
	const { backups } = await readManifest(place.backupDir);
	expect(backups.map(({ schema }) => schema)).toEqual(['0003_people']);
});

test('the built server makes a backup and a drill by itself, as it does at night', async () => {
	const { place } = await placeWithBackup();
	for (const work of ['backup', 'drill']) {
		const { status, stderr } = spawnSync(process.execPath, ['build/server/main.js', work], {
			env: { PATH: process.env['PATH'], DATA_DIR: place.dataDir, BACKUP_DIR: place.backupDir },
			encoding: 'utf8'
		});
		expect([status, stderr]).toEqual([0, '']);
	}
	const { backups, lastDrill } = await readManifest(place.backupDir);
	expect(lastDrill).toMatchObject({ file: backups[0]?.file, problem: null });
});
