/** `npm run backup`: one verified backup, beside a running server or without one. The last line is its path. */
import { join } from 'node:path';
import { backUp } from '#lib/server/backup-work.ts';
import { command, inMegabytes, wordsFor } from './command.ts';

const { stdout } = process;

await command(async (config) => {
	const { record, damaged, removed } = await backUp(config, showProgress);
	if (stdout.isTTY) stdout.write('\r\x1b[K');
	for (const file of damaged)
		console.error(`${file} is damaged and was renamed; it is no backup any more.`);
	for (const file of removed) console.log(`Removed ${file}, as it is no longer kept.`);
	console.log(`${inMegabytes(record.bytes)}, read back and checked: ${wordsFor(record.counts)}.`);
	console.log(join(config.backupDir, record.file));
});

/** On a terminal one line that is written anew, elsewhere nothing. */
function showProgress(doing: string, share: number): void {
	if (stdout.isTTY) stdout.write(`\r\x1b[K${doing}… ${Math.round(share * 100)} %`);
}
