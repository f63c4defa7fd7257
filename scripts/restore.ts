/**
 * `npm run restore -- FILE`: puts a backup in the place of the database, while the server is stopped.
 * `--list ID` brings back one list of it, as a new one beside what is there.
 */
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { newId } from '#lib/server/backup-work.ts';
import { takenAtOf } from '#lib/server/backup/manifest.ts';
import { restoreList } from '#lib/server/backup/restore-list.ts';
import { restoreBackup, type RestoreTools } from '#lib/server/backup/restore.ts';
import { command, counted, inSeconds } from './command.ts';

const USAGE =
	'npm run restore -- FILE [--list ID]: FILE is a path, or a name that "npm run backup:list" shows';

const { file, list } = readArguments();
await command(async ({ dataDir, backupDir }) => {
	const tools: RestoreTools = {
		file,
		dataDir,
		backupDir,
		now: Date.now,
		newEpoch: newId,
		onStep: (doing) => console.log(`${doing}…`)
	};
	if (list === undefined) await restoreAll(tools);
	else await restoreOne(tools, list);
});

async function restoreAll(tools: RestoreTools): Promise<void> {
	const { aside, lists, tookMs } = await restoreBackup(tools);
	for (const { name, items, members } of lists)
		console.log(`  ${name}: ${counted(items, 'item')}, for ${members}`);
	if (aside !== null)
		console.log(`What was there before lies in ${aside}. Remove it once all is well.`);
	console.log(
		`Restored in ${inSeconds(tookMs)}. Start the server: ` +
			'the phones bring back what was done since the backup.'
	);
}

async function restoreOne(tools: RestoreTools, wanted: string): Promise<void> {
	const label = labelOf(tools.file);
	const { name, items, members } = await restoreList({ ...tools, list: wanted, label, newId });
	console.log(
		`"${name}" is there again: ${counted(items, 'item')}, on the screens of ${counted(members, 'person')}. Start the server.`
	);
}

/** "Nov 18", or the name of a file that says nothing of its time. */
function labelOf(path: string): string {
	const takenAt = takenAtOf(basename(path));
	if (takenAt === null) return 'from a backup';
	return new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric' }).format(takenAt);
}

function readArguments(): { file: string; list: string | undefined } {
	try {
		const { values, positionals } = parseArgs({
			options: { list: { type: 'string' } },
			allowPositionals: true
		});
		const [only, ...more] = positionals;
		if (only !== undefined && more.length === 0) return { file: only, list: values.list };
	} catch {
		// The sentence below is for any of it.
	}
	console.error(USAGE);
	process.exit(2);
}
