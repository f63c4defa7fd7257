import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { startBuiltServer } from '../../scripts/built-server.ts';
import { accountOf, audit } from '../support/books.ts';
import { openServerData } from '../support/server-data.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { TwoWriters } from '../support/two-writers.ts';

const COPIES = 40;
/** A stopped process is still in the middle of one call to the system; this is longer than any takes that writes. */
const STOPPED_MS = 20;

/** What a disk would hold, had the power gone in this moment. */
async function copyAsItIs({ server }: TwoWriters, to: string): Promise<void> {
	const { file } = server;
	server.pause();
	await sleep(STOPPED_MS);
	mkdirSync(to);
	for (const suffix of ['', '-wal'])
		if (existsSync(file + suffix)) copyFileSync(file + suffix, join(to, `grocery.db${suffix}`));
	server.resume();
}

test('R2: a copy of the files at any moment is sound, and has all that was acknowledged before it', async () => {
	const folder = temporaryFolder();
	const seed = Math.floor(Math.random() * 2 ** 31);
	const writers = await TwoWriters.start(join(folder, 'data'), seed);
	onTestFinished(() => writers.close());
	const copies = [];
	for (let i = 0; i < COPIES; i++) {
		await sleep(writers.between(0, 100));
		const before = writers.devices.map(accountOf);
		const path = join(folder, `copy-${i}`);
		await copyAsItIs(writers, path);
		// What was on its way to the server, or back, may be in it.
		const log = writers.devices.map(({ log }) => [...log]);
		copies.push({
			path,
			accounts: before.map((account, at) => ({ ...account, log: log[at] ?? [] }))
		});
	}
	for (const { path, accounts } of copies) {
		const data = openServerData(join(path, 'grocery.db'));
		expect(data.integrity).toBe('ok');
		expect(audit(data, accounts), `seed ${seed}, ${path}`).toEqual([]);
		data.close();
	}
	const { path = '' } = copies.at(-1) ?? {};
	await (await startBuiltServer({ dataDir: path })).stop();
}, 300_000);
