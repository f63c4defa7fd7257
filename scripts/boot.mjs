#!/usr/bin/env node
/**
 * The first thing that runs, on whatever Node the machine has (20 or newer): brings the project into the state a
 * command needs, then runs it under the project's own Node. Plain JavaScript, and no imports but Node's own,
 * because nothing may be installed yet.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/** What each command needs before it runs, and what it runs. */
const COMMANDS = {
	start: {
		says: 'builds what is new and serves the app',
		needs: ['build'],
		run: ['node', 'build/server/main.js']
	},
	dev: {
		says: 'serves the app with hot reload, sockets included',
		needs: [],
		run: ['vite', 'dev', '--port', process.env.PORT ?? '3000']
	},
	test: {
		says: 'everything CI checks',
		needs: ['tools', 'build'],
		run: ['node', 'scripts/test.ts']
	},
	verify: {
		says: 'the quick part of the tests, for while you work',
		needs: [],
		run: ['node', 'scripts/test.ts', '--quick']
	},
	bench: {
		says: 'the table of speeds beside their limits',
		needs: ['tools', 'build'],
		run: ['node', 'scripts/bench/run.ts']
	}
};

/** What has to be newer than the build. */
const SOURCES = [
	'src',
	'static',
	'migrations',
	'vite.config.ts',
	'vite-server-entry.ts',
	'package-lock.json'
];

const [name = '', ...rest] = process.argv.slice(2);
const command = COMMANDS[name];
if (!command || rest.includes('--help')) help();
else await main(command, rest);

async function main({ needs, run }, args) {
	checkNode();
	install();
	const path = [join(process.cwd(), 'node_modules/.bin'), process.env.PATH].join(delimiter);
	const env = { ...process.env, PATH: path };
	checkOwnNode(env);
	if (!existsSync('.svelte-kit/tsconfig.json')) must('svelte-kit', ['sync'], env);
	if (needs.includes('tools')) ensureTools();
	if (needs.includes('build') && isBuildOld()) must('vite', ['build', '--logLevel', 'warn'], env);
	await hand(run, args, env);
}

function help() {
	const lines = Object.entries(COMMANDS).map(
		([key, { says }]) => `  npm ${key === 'start' || key === 'test' ? key : `run ${key}`}\t${says}`
	);
	console.log(`Walmart Grocery Agent\n\n${lines.join('\n')}`);
	process.exitCode = command || name === '--help' ? 0 : 2;
}

function checkNode() {
	const [major = 0] = process.versions.node.split('.').map(Number);
	if (major < 20) stop(`This needs Node 20 or newer; this is ${process.version}.`);
}

/** npm writes its own copy of the lock when it is done, so an older or a missing one means an unfinished install. */
function install() {
	const done = 'node_modules/.package-lock.json';
	if (existsSync(done) && statSync(done).mtimeMs >= statSync('package-lock.json').mtimeMs) return;
	console.log('Installing dependencies…');
	must('npm', ['ci', '--no-progress', '--loglevel=error'], process.env);
}

/** On Linux and Windows a real Node comes with the dependencies; elsewhere the system's has to be new enough. */
function checkOwnNode(env) {
	const { stdout } = spawnSync('node', ['--version'], { env, encoding: 'utf8', shell: isWindows });
	const [major = 0, minor = 0] = (stdout ?? '').replace('v', '').split('.').map(Number);
	if (major > 22 || (major === 22 && minor >= 18)) return;
	stop(
		`No prebuilt Node 24 exists for ${process.platform} ${process.arch}: install Node 22.18 or newer.`
	);
}

const isWindows = process.platform === 'win32';

function isBuildOld() {
	const built = 'build/server/main.js';
	return !existsSync(built) || newestIn(SOURCES) > statSync(built).mtimeMs;
}

function newestIn(paths) {
	return Math.max(
		...paths.map((path) => {
			const stat = statSync(path);
			if (!stat.isDirectory()) return stat.mtimeMs;
			return Math.max(stat.mtimeMs, newestIn(readdirSync(path).map((entry) => join(path, entry))));
		}),
		0
	);
}

/** The browser and the Redis of the tests are real, and come from the system. */
function ensureTools() {
	const missing = [
		[process.env.CHROMIUM ?? '/usr/bin/chromium', 'chromium'],
		['/usr/bin/redis-server', 'redis-server']
	].filter(([file, tool]) => !existsSync(file) && !isOnPath(tool));
	if (missing.length === 0) return;
	const packages = missing.map(([, tool]) => tool);
	const isDebian = existsSync('/etc/debian_version');
	const byHand = `apt-get update && apt-get install -y ${packages.join(' ')}`;
	if (!isDebian || process.getuid?.() !== 0) {
		stop(
			isDebian
				? `The tests need ${packages.join(' and ')}. Run: sudo sh -c "${byHand}"`
				: `The tests need ${packages.join(' and ')}. Install them with your system's packages; CHROMIUM names another browser.`
		);
	}
	console.log(`Installing ${packages.join(' and ')} from Debian's packages…`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	must(
		'sh',
		[
			'-c',
			`(apt-get -qq update && apt-get -qq -y --no-install-recommends install ${packages.join(' ')}) >/dev/null`
		],
		env
	);
}

function isOnPath(tool) {
	return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, tool)));
}

function must(file, args, env) {
	const { status, error } = spawnSync(file, args, { stdio: 'inherit', env, shell: isWindows });
	if (error || status !== 0)
		stop(`"${file} ${args.join(' ')}" did not work; what it said stands above.`, status ?? 1);
}

/** Runs it, passes signals on and ends as it ends. */
function hand([file, ...args], more, env) {
	const child = spawn(file, [...args, ...more], { stdio: 'inherit', env, shell: isWindows });
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
		process.on(signal, () => child.kill(signal));
	return new Promise((resolve) => {
		child.on('error', (error) => stop(`"${file}" could not be started: ${error.message}`));
		child.on('exit', (code, signal) => {
			process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143);
			resolve();
		});
	});
}

function stop(sentence, status = 1) {
	console.error(sentence);
	process.exit(status);
}
