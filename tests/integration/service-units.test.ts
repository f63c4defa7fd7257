import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, type TestContext } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** The worst that the service of the machine may score with `systemd-analyze security`: 1.5, in tenths. */
const MOST_EXPOSED = '15';

beforeEach((context: TestContext) => {
	if (spawnSync('systemd-analyze', ['--version']).status !== 0)
		context.skip('systemd-analyze is not on this machine');
});

const unitsIn = (folder: string): string[] =>
	readdirSync(folder)
		.filter((name) => /\.(service|timer)$/.test(name))
		.map((name) => join(folder, name));
const timers = unitsIn('deploy').filter((path) => path.endsWith('.timer'));

function analyze(...args: readonly string[]) {
	// A user manager is looked for there; an empty folder will do.
	const env = { ...process.env, XDG_RUNTIME_DIR: temporaryFolder() };
	return spawnSync('systemd-analyze', args, { encoding: 'utf8', env });
}

test('systemd finds nothing to complain about in the units of an account', () => {
	const { status, stderr } = analyze('verify', '--user', ...unitsIn('deploy'));
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('systemd finds nothing to complain about in the units of the machine', () => {
	const { status, stderr } = analyze('verify', ...unitsIn('deploy/system'), ...timers);
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('S16: the service of the machine is exposed by 1.5 at most', () => {
	const unit = 'deploy/system/walmart-agent.service';
	const { status, stdout } = analyze(
		'security',
		'--offline=true',
		`--threshold=${MOST_EXPOSED}`,
		unit
	);
	expect(status, stdout).toBe(0);
});

test('the service of the machine leaves the server what it was seen to break without', () => {
	const unit = readFileSync('deploy/system/walmart-agent.service', 'utf8');
	// Node aborts under the first. The second hides the boot id, so that every kill would start a new timeline.
	expect(unit).not.toMatch(/^(MemoryDenyWriteExecute|ProcSubset)=/m);
});
