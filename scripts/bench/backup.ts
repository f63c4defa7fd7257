import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { setPriority } from 'node:os';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { readManifest } from '#lib/server/backup/manifest.ts';
import { restoreBackup } from '#lib/server/backup/restore.ts';
import { openDatabase, type OpenedDatabase } from '#lib/server/db/open.ts';
import { createWriter } from '#lib/server/sync/writer.ts';
import type { Bench, Measured } from './bench.ts';
import { withFolder } from './scratch.ts';
import { quantile } from './timing.ts';

/** A household's database after very many years. */
const DATABASE_BYTES = 100_000_000;
const WRITE_EVERY_MS = 5;
const BEFORE_MS = 5_000;
const NICENESS = 10;

/** One write of two hundred a second while a backup of 100 MB is made in a process of its own. */
export const writeBesideBackup: Bench = {
	name: 'write beside a backup, p99',
	unit: 'ms',
	target: 100,
	bar: 1.5,
	barOf: 'limit',
	measure: async () => (await measureOnce()).write
};

/** How long the server is deaf meanwhile, at worst. */
export const loopBesideBackup: Bench = {
	name: 'loop beside a backup, longest gap',
	unit: 'ms',
	target: 100,
	bar: 20,
	barOf: 'ours',
	measure: async () => (await measureOnce()).gap
};

/** From the command to a database that can be started on. */
export const restoreOf100MB: Bench = {
	name: 'restore of 100 MB',
	unit: 'ms',
	target: 60_000,
	bar: 6_000,
	barOf: 'ours',
	measure: async () => (await measureOnce()).restore
};

type Row = 'write' | 'gap' | 'restore';
let measured: Promise<Readonly<Record<Row, Measured>>> | undefined;

/** All three are of one backup. */
const measureOnce = () => (measured ??= withFolder(measure));

async function measure(folder: string): Promise<Readonly<Record<Row, Measured>>> {
	const place = { dataDir: join(folder, 'data'), backupDir: join(folder, 'backups') };
	mkdirSync(place.dataDir);
	const database = await openDatabase(join(place.dataDir, 'grocery.db'));
	let write: Measured;
	let gap: Measured;
	try {
		fill(database);
		const before = await writeUntil(database, sleep(BEFORE_MS));
		const during = await writeUntil(database, backUp(place));
		write = { ours: quantile(during.writes, 0.99), limit: quantile(before.writes, 0.99) };
		gap = { ours: during.gapMs, limit: before.gapMs };
	} finally {
		await database.close();
	}
	const [newest] = (await readManifest(place.backupDir)).backups;
	const { tookMs } = await restoreBackup({
		...place,
		file: newest?.file ?? '',
		now: Date.now,
		newEpoch: () => 'epoch'
	});
	return { write, gap, restore: { ours: tookMs, limit: null } };
}

/** Half of it random, so that it packs as badly as real data do. */
function fill({ sqlite }: OpenedDatabase): void {
	const insert = sqlite.prepare(
		`INSERT INTO walmart_products (id, name, department, aisle, sold_by, pack_milli, taxable)
		 VALUES (?, ?, 'x', 'x', 'each', 1000, 0)`
	);
	const rowBytes = 1_000;
	const text = () => randomBytes(rowBytes / 4).toString('hex') + ' '.repeat(rowBytes / 2);
	sqlite.transaction(() => {
		for (let i = 0; i * rowBytes < DATABASE_BYTES; i++) insert.run(`filling-${i}`, text());
	})();
	sqlite.pragma('wal_checkpoint(TRUNCATE)');
}

/** Writes at its pace until that is over. @returns how long each took, and the longest gap of the loop, in ms */
async function writeUntil({ sqlite }: OpenedDatabase, end: Promise<unknown>) {
	const writer = createWriter(sqlite);
	const update = sqlite.prepare('UPDATE walmart_products SET pack_milli = ? WHERE id = ?');
	const writes: number[] = [];
	const loop = monitorEventLoopDelay({ resolution: 1 });
	let isOver = false;
	void end.finally(() => (isOver = true));
	loop.enable();
	for (let i = 0; !isOver; i++) {
		const startedAt = performance.now();
		await writer.write(() => update.run(i, `filling-${(i * 7919) % 100_000}`));
		writes.push(performance.now() - startedAt);
		await sleep(WRITE_EVERY_MS);
	}
	loop.disable();
	await end;
	return { writes, gapMs: loop.max / 1e6 };
}

/** As the server does it. */
async function backUp({ dataDir, backupDir }: { dataDir: string; backupDir: string }) {
	const child = spawn(process.execPath, ['scripts/backup.ts'], {
		env: { ...process.env, DATA_DIR: dataDir, BACKUP_DIR: backupDir },
		stdio: ['ignore', 'ignore', 'inherit']
	});
	if (child.pid !== undefined) setPriority(child.pid, NICENESS);
	const [code] = (await once(child, 'exit')) as [number];
	if (code !== 0) throw new Error(`The backup ended with ${code}.`);
}
