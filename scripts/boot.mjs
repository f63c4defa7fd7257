#!/usr/bin/env node
/**
 * The first thing that runs, on whatever Node the machine has: brings the project into the state a command needs,
 * then runs it under the project's own Node. Plain JavaScript that imports only what Node brings, because nothing
 * may be installed yet; and no pre-scripts of npm, because `.npmrc` switches those off together with those of
 * packages.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

const COMMANDS = {
	start: {
		says: 'builds what is new and serves the app; HOST, PORT and DATA_DIR say where',
		needs: ['build'],
		run: ['node', 'build/server/main.js']
	},
	build: {
		says: 'brings all that start needs, and does not start',
		needs: ['build'],
		run: null
	},
	dev: {
		says: 'serves the app with hot reload, sockets included',
		needs: [],
		run: ['vite', 'dev']
	},
	test: {
		says: 'everything CI checks',
		needs: ['types', 'tools', 'build'],
		run: ['node', 'scripts/test.ts']
	},
	'test:slow': {
		says: 'what needs minutes',
		needs: ['types', 'tools', 'build'],
		run: ['node', 'scripts/test.ts', '--slow']
	},
	'test:ollama': {
		says: 'what asks the real Ollama at OLLAMA_HOST; skipped where none answers',
		needs: ['types'],
		run: ['node', 'scripts/test.ts', '--ollama']
	},
	verify: {
		says: 'the quick part of the tests, for while you work',
		needs: ['types'],
		run: ['node', 'scripts/test.ts', '--quick']
	},
	pair: {
		says: 'prints a one-time link that signs a device in again; --user NAME says whose',
		needs: [],
		run: ['node', 'scripts/pair.ts']
	},
	backup: {
		says: 'one verified backup into BACKUP_DIR, also beside a running server',
		needs: [],
		run: ['node', 'scripts/backup.ts']
	},
	'backup:list': {
		says: 'what is kept, and when each was last read back',
		needs: [],
		run: ['node', 'scripts/backup-list.ts']
	},
	'backup:drill': {
		says: 'restores the newest into a folder of its own, starts on it, and compares',
		needs: [],
		run: ['node', 'scripts/backup-drill.ts']
	},
	restore: {
		says: 'puts a backup in the place of the data: -- FILE; --list ID brings back one list of it beside them',
		needs: [],
		run: ['node', 'scripts/restore.ts']
	},
	'catalog:import': {
		says: 'products from a file, all or none: -- FILE.csv; --dry-run only says what it would do',
		needs: [],
		run: ['node', 'scripts/catalog-import.ts']
	},
	bench: {
		says: 'how fast it is, beside its limits; --check fails over a bar, --only NAME runs one row',
		needs: ['types', 'tools', 'build'],
		run: ['node', 'scripts/bench/run.ts']
	},
	measure: {
		says: 'what people feel, in two real browsers: -- sync; --seeds N tries what is random more often',
		needs: ['types', 'tools', 'build'],
		run: ['node', 'scripts/measure/run.ts']
	},
	model: {
		says: 'sync under a bad network, at random; --runs N says how often, --seed S tells it again',
		needs: [],
		run: ['node', 'tests/sync/run-model.ts']
	},
	soak: {
		says: 'households on bad lines, a server that keeps restarting; --minutes M, --clients C, --seed S',
		needs: ['build'],
		run: ['node', 'tests/soak/run.ts']
	}
};

/** The build is old when one of these is newer. */
const SOURCES = [
	'src',
	'static',
	'migrations',
	'vite.config.ts',
	'vite-server-entry.ts',
	'package-lock.json'
];
/** How often to look whether npm is still there. */
const ORPHAN_CHECK_MS = 500;
/** Dated at the beginning of the build, so that what changed while it ran counts as newer. */
const BUILT = 'build/.built';

const isWindows = process.platform === 'win32';
const [name = '', ...given] = process.argv.slice(2);
const command = COMMANDS[name];
if (!command || given.includes('--help')) help();
else await boot(command, given);

function help() {
	const shown = command ? [name] : Object.keys(COMMANDS);
	const lines = shown.map((key) => `  npm run ${key.padEnd(14)} ${COMMANDS[key].says}`);
	console.log(`Walmart Grocery Agent\n${lines.join('\n')}`);
	process.exitCode = command || name === '--help' ? 0 : 2;
}

async function boot({ needs, run }, args) {
	checkSystemNode();
	install();
	const path = [join(process.cwd(), 'node_modules/.bin'), process.env.PATH].join(delimiter);
	const env = { ...process.env, PATH: path };
	checkOwnNode(env);
	if (needs.includes('tools')) ensureTools();
	if (needs.includes('types')) must(['svelte-kit', 'sync'], env);
	if (needs.includes('build')) build(env);
	if (run) await handOver([...run, ...args], env);
}

function checkSystemNode() {
	const major = Number(process.versions.node.split('.')[0]);
	if (major < 20) stop(`This needs Node 20 or newer, and this is ${process.version}.`);
}

/** npm writes its own copy of the lock when it is done: an older one, or none, is an unfinished install. */
function install() {
	const done = 'node_modules/.package-lock.json';
	if (existsSync(done) && statSync(done).mtimeMs >= statSync('package-lock.json').mtimeMs) return;
	console.log('Installing the dependencies…');
	must(['npm', 'ci', '--no-progress', '--loglevel=error'], process.env);
}

/** On Linux and Windows a Node comes with the dependencies; elsewhere the system's has to be new enough. */
function checkOwnNode(env) {
	const { stdout } = spawnSync('node', ['--version'], { env, encoding: 'utf8', shell: isWindows });
	const [major = 0, minor = 0] = (stdout ?? '').replace('v', '').split('.').map(Number);
	if (major > 22 || (major === 22 && minor >= 18)) return;
	stop(`For ${process.platform} on ${process.arch}, install Node 22.18 or newer.`);
}

/** The browser and the Redis of the tests are real ones, and the system's. */
function ensureTools() {
	const missing = [process.env.CHROMIUM ? null : 'chromium', 'redis-server'].filter(
		(tool) => tool !== null && !isOnPath(tool)
	);
	if (missing.length === 0) return;
	const wanted = missing.join(' and ');
	const byHand = `apt-get update && apt-get install --yes ${missing.join(' ')}`;
	if (!existsSync('/etc/debian_version')) {
		stop(`This needs ${wanted} on the PATH; the variable CHROMIUM names another browser.`);
	}
	if (process.getuid() !== 0) stop(`This needs ${wanted}. Run: sudo sh -c '${byHand}'`);
	console.log(`Installing ${wanted}…`);
	const quietly = `apt-get -qq update && apt-get -qq install --yes --no-install-recommends ${missing.join(' ')}`;
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	must(['sh', '-c', `(${quietly}) >/dev/null`], env);
}

function isOnPath(tool) {
	const folders = (process.env.PATH ?? '').split(delimiter);
	return folders.some((folder) => existsSync(join(folder, tool)));
}

function build(env) {
	if (existsSync(BUILT) && newestMs(SOURCES) <= statSync(BUILT).mtimeMs) return;
	console.log('Building…');
	const startedAt = new Date();
	must(['vite', 'build', '--logLevel', 'error'], env);
	writeFileSync(BUILT, '');
	utimesSync(BUILT, startedAt, startedAt);
}

/** A folder's own time counts too: that is what a deleted file changes. */
function newestMs(paths) {
	return paths.reduce((newest, path) => {
		const stat = statSync(path);
		const inside = stat.isDirectory() ? readdirSync(path).map((entry) => join(path, entry)) : [];
		return Math.max(newest, stat.mtimeMs, newestMs(inside));
	}, 0);
}

function must([file, ...args], env) {
	const { status, error } = spawnSync(file, args, { stdio: 'inherit', env, shell: isWindows });
	if (status === 0) return;
	stop(`"${[file, ...args].join(' ')}" failed: ${error?.message ?? 'what it said stands above.'}`);
}

/**
 * Runs the command in our place: signals go to it, its end is ours. npm ends at a SIGTERM without passing it on, so
 * the loss of our parent counts as one.
 */
function handOver([file, ...args], env) {
	const child = spawn(file, args, { stdio: 'inherit', env, shell: isWindows });
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
		process.on(signal, () => child.kill(signal));
	}
	const parent = process.ppid;
	const watching = setInterval(() => {
		if (process.ppid === parent) return;
		clearInterval(watching);
		child.kill('SIGTERM');
	}, ORPHAN_CHECK_MS);
	return new Promise((resolve) => {
		child.on('error', (error) => stop(`"${file}" could not be started: ${error.message}`));
		child.on('exit', (code) => {
			clearInterval(watching);
			process.exitCode = code ?? 1;
			resolve();
		});
	});
}

function stop(sentence) {
	console.error(sentence);
	process.exit(1);
}
