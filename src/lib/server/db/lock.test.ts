import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../../../tests/support/temporary-folder.ts';
import { openDataLock } from './lock.ts';
import { DataRefused } from './refused.ts';

test('a second server in the same folder is told which process is there and how to stop it', async () => {
	const folder = temporaryFolder();
	const lock = await openDataLock(folder);
	await expect(openDataLock(folder)).rejects.toThrow(DataRefused);
	await expect(openDataLock(folder)).rejects.toThrow(`"kill ${process.pid}"`);
	lock.close();
	(await openDataLock(folder)).close();
});

test('the lock of a process that was killed is free at once', async () => {
	const folder = temporaryFolder();
	const lockModule = new URL('./lock.ts', import.meta.url).href;
	const holder = spawn(process.execPath, [
		'--input-type=module',
		'--eval',
		`const { openDataLock } = await import('${lockModule}');
		await openDataLock('${folder}');
		process.stdout.write('held');
		setInterval(() => {}, 1000);`
	]);
	onTestFinished(() => void holder.kill('SIGKILL'));
	await once(holder.stdout, 'data');
	await expect(openDataLock(folder)).rejects.toThrow(`process ${holder.pid}`);
	holder.kill('SIGKILL');
	await once(holder, 'exit');
	(await openDataLock(folder)).close();
});
