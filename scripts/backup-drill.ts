/** `npm run backup:drill`: restores the newest backup into a folder of its own, starts on it, and compares. */
import { drill } from '#lib/server/backup-work.ts';
import { command, inSeconds } from './command.ts';

await command(async (config) => {
	const { file, tookMs } = await drill(config);
	console.log(`${file} was restored and started on in ${inSeconds(tookMs)}, and is what it was.`);
});
