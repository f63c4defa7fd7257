import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';

const wholeNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** What is known of one backup. Times are wall-clock ms. */
const recordSchema = v.object({
	/** `grocery_20261118_031000.db.zst`; the time in it is UTC. */
	file: v.string(),
	takenAt: wholeNumber,
	/** When it was last read back and found whole. */
	verifiedAt: wholeNumber,
	/** Of the file. */
	bytes: wholeNumber,
	/** Of the file, in hex. */
	sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
	/** Of the database in it. */
	databaseBytes: wholeNumber,
	/** The last migration of the database in it. */
	schema: v.string(),
	sqliteVersion: v.string(),
	/** The timeline that the database was on. */
	epoch: v.string(),
	counts: v.object({
		lists: wholeNumber,
		items: wholeNumber,
		products: wholeNumber,
		prices: wholeNumber
	})
});
export type BackupRecord = v.InferOutput<typeof recordSchema>;

const drillSchema = v.object({
	at: wholeNumber,
	file: v.string(),
	tookMs: wholeNumber,
	/** Why it did not come back as it was; null when it did. */
	problem: v.nullable(v.string())
});
export type DrillRecord = v.InferOutput<typeof drillSchema>;

const failureSchema = v.object({ at: wholeNumber, message: v.string() });

const manifestSchema = v.object({
	backups: v.array(v.unknown()),
	lastDrill: v.fallback(v.nullable(drillSchema), null),
	lastFailure: v.fallback(v.nullable(failureSchema), null)
});

/** What a folder of backups says about itself. */
export interface Manifest {
	/** Newest first; only files that are there. */
	readonly backups: readonly BackupRecord[];
	readonly lastDrill: DrillRecord | null;
	/** Of the last backup, when it failed; null again once one has succeeded. */
	readonly lastFailure: v.InferOutput<typeof failureSchema> | null;
}

const MANIFEST = 'manifest.json';
const BACKUP_NAME = /^grocery_\d{8}_\d{6}\.db\.zst$/;

/** @param takenAt wall-clock ms */
export function backupName(takenAt: number): string {
	const digits = new Date(takenAt).toISOString().replaceAll(/[-:]/g, '');
	return `grocery_${digits.slice(0, 8)}_${digits.slice(9, 15)}.db.zst`;
}

/** The time in a backup's name, in wall-clock ms; null when the file is none of ours. */
export function takenAtOf(file: string): number | null {
	if (!BACKUP_NAME.test(file)) return null;
	const [, date = '', time = ''] = file.split(/[_.]/);
	const pairs = (digits: string) => digits.match(/\d\d/g) ?? [];
	const [century, year, month, day] = pairs(date);
	const takenAt = Date.parse(`${century}${year}-${month}-${day}T${pairs(time).join(':')}Z`);
	return Number.isNaN(takenAt) ? null : takenAt;
}

/** The files in the folder that are named as backups, newest first; none when there is no folder. */
export async function listBackupFiles(backupDir: string): Promise<string[]> {
	const names = await readdir(backupDir).catch((problem: NodeJS.ErrnoException) => {
		if (problem.code === 'ENOENT') return [];
		throw problem;
	});
	return names
		.filter((name) => takenAtOf(name) !== null)
		.sort()
		.reverse();
}

/**
 * What the folder says of its backups. A manifest that is missing or damaged says nothing, and the next backup looks
 * at every file anew.
 * @throws the system's error when the folder is there and cannot be read
 */
export async function readManifest(backupDir: string): Promise<Manifest> {
	const files = await listBackupFiles(backupDir);
	const parsed = v.safeParse(manifestSchema, await readJson(join(backupDir, MANIFEST)));
	if (!parsed.success) return { backups: [], lastDrill: null, lastFailure: null };
	const { backups, lastDrill, lastFailure } = parsed.output;
	const records = new Map<string, BackupRecord>();
	for (const line of backups) {
		const record = v.safeParse(recordSchema, line);
		if (record.success) records.set(record.output.file, record.output);
	}
	return {
		backups: files.flatMap((file) => records.get(file) ?? []),
		lastDrill,
		lastFailure
	};
}

export async function writeManifest(backupDir: string, manifest: Manifest): Promise<void> {
	const partial = join(backupDir, `${MANIFEST}.partial`);
	await writeFile(partial, `${JSON.stringify(manifest, null, '\t')}\n`, {
		mode: 0o600,
		flush: true
	});
	await rename(partial, join(backupDir, MANIFEST));
}

async function readJson(file: string): Promise<unknown> {
	try {
		return JSON.parse(await readFile(file, 'utf8'));
	} catch {
		return null; // missing or cut off
	}
}
