import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from '@playwright/test';

const READY = / is ready at (http:\S+)$/;

test('npm start serves the app, and ends it when npm alone is told to end', async () => {
	const dataDir = mkdtempSync(join(tmpdir(), 'grocery-start-'));
	// A group of its own, so that the signal reaches npm and nothing below it.
	const npm = spawn('npm', ['start'], {
		env: { ...process.env, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error' },
		stdio: ['ignore', 'pipe', 'inherit'],
		detached: true
	});
	try {
		let url = '';
		for await (const line of createInterface({ input: npm.stdout })) {
			url = READY.exec(line)?.[1] ?? '';
			if (url !== '') break;
		}
		expect((await fetch(`${url}/readyz`)).status).toBe(200);
		const isGone = once(npm, 'exit');
		npm.kill('SIGTERM');
		await isGone;
		await expect
			.poll(() => fetch(`${url}/healthz`).then(String, () => 'no answer'), { timeout: 15_000 })
			.toBe('no answer');
	} finally {
		if (npm.pid !== undefined) killGroup(npm.pid);
		rmSync(dataDir, { recursive: true, force: true });
	}
});

function killGroup(pid: number): void {
	try {
		process.kill(-pid, 'SIGKILL');
	} catch {
		// Nobody is left in it, as it should be.
	}
}
