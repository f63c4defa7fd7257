import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** How the system's own Chromium is started; the variable CHROMIUM names another one. */
export function launchOptions() {
	return {
		executablePath: process.env['CHROMIUM'] ?? findChromium(),
		args: [
			// Tests may run as root, where the sandbox refuses to start, and without a way to the outside.
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync'
		]
	};
}

function findChromium(): string {
	const folders = (process.env['PATH'] ?? '').split(delimiter);
	const found = folders.map((folder) => join(folder, 'chromium')).find((path) => existsSync(path));
	if (found === undefined) throw new Error('There is no chromium on the PATH.');
	return found;
}
