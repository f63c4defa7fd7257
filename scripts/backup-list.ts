/** `npm run backup:list`: which backups are kept, from when, and when each was last read back. */
import { listBackupFiles, readManifest } from '#lib/server/backup/manifest.ts';
import { command, inMegabytes, inSeconds, wordsFor } from './command.ts';

await command(async ({ backupDir }) => {
	const { backups, lastDrill, lastFailure } = await readManifest(backupDir);
	const files = await listBackupFiles(backupDir);
	if (files.length === 0)
		console.log(`There is no backup in ${backupDir}. "npm run backup" makes one.`);
	for (const file of files) {
		const record = backups.find((one) => one.file === file);
		const facts = record
			? `${inMegabytes(record.bytes)}, verified ${inUtc(record.verifiedAt)}, ${wordsFor(record.counts)}`
			: 'not verified: the next backup does it';
		console.log(`${file}  ${facts}`);
	}
	if (lastDrill)
		console.log(
			`Last drill ${inUtc(lastDrill.at)}: ${lastDrill.problem ?? `well, in ${inSeconds(lastDrill.tookMs)}`}`
		);
	if (lastFailure) console.log(`Last failure ${inUtc(lastFailure.at)}: ${lastFailure.message}`);
});

function inUtc(at: number): string {
	return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
