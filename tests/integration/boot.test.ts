import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const BOOT = 'scripts/boot.mjs';

interface Package {
	readonly scripts: Readonly<Record<string, string>>;
}

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as Package;
const BOOTED = Object.entries(scripts)
	.filter(([, command]) => command.startsWith(`node ${BOOT} `))
	.map(([name]) => name);

function boot(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
	const options = { encoding: 'utf8', env: { ...process.env, ...env } } as const;
	return spawnSync('node', [BOOT, ...args], options);
}

test('--help names every command that package.json starts, and what it does', () => {
	const { stdout, status } = boot(['--help']);
	expect(status).toBe(0);
	for (const name of BOOTED) expect(stdout).toMatch(new RegExp(`npm run ${name} +\\w`));
});

test.each(BOOTED)('%s --help says what it does, and does not do it', (name) => {
	const { stdout, status } = boot([name, '--help']);
	expect(status).toBe(0);
	expect(stdout).toContain(`npm run ${name}`);
});

test('a command that does not exist ends with a list of those that do', () => {
	const { stdout, status } = boot(['serve']);
	expect(status).toBe(2);
	expect(stdout).toContain('npm run start');
});

test('Node older than 20 gets a sentence, not a syntax error of a file it has never heard of', () => {
	const disguise = "Object.defineProperty(process.versions, 'node', { value: '18.20.4' });";
	const preload = `--import=data:text/javascript,${encodeURIComponent(disguise)}`;
	const { stderr, status } = boot(['verify'], { NODE_OPTIONS: preload });
	expect(status).toBe(1);
	expect(stderr).toContain('This needs Node 20 or newer');
});
