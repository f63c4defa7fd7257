/**
 * Who may import whom: for every folder the whole list of what it may import besides its own files. What is not
 * listed is an error, so a new dependency or a new path between folders has to be written down here first.
 * `tests/lint/borders.test.ts` plants a violation of each.
 */

const DOMAIN = '#lib/domain/.+';
const PROTOCOL = '#lib/protocol/.+';
const CLIENT = '#lib/client/.+';
const NODE = 'node:.+';
const SVELTE = 'svelte(/.+)?';
const KIT = '@sveltejs/kit(/.+)?';
const FOR_TESTS = [
	'vitest',
	'fast-check',
	'fake-indexeddb(/.+)?',
	NODE,
	'(\\.\\./)+tests/support/.+'
];

/** Its own folder: from a folder inside it, one step up is still at home. */
const HERE = '\\./.+';
const ONE_UP = '\\.\\./[^.].*';

/** One idea of the services per file; only `app.ts` constructs them. */
const SERVICES = '^\\./(db|prices|nlp|sync)/(?!refused\\.ts$)';

const FOLDERS = [
	{
		folder: 'src/lib/domain',
		may: [],
		because: 'domain/ is pure: it imports nothing but itself'
	},
	{
		folder: 'src/lib/protocol',
		may: [DOMAIN, 'valibot'],
		because: 'protocol/ imports domain/ and valibot'
	},
	{
		folder: 'src/lib/client',
		may: [DOMAIN, PROTOCOL, SVELTE],
		owners: {
			'db.ts': ['dexie'],
			'socket.ts': ['socket.io-client'],
			'live-prices.ts': ['valibot']
		},
		because: 'client/ imports domain/, protocol/ and svelte; each package has one owner'
	},
	{
		folder: 'src/lib/server',
		may: [DOMAIN, PROTOCOL, NODE],
		owners: {
			'log.ts': ['pino'],
			'config.ts': ['valibot'],
			'environment.ts': ['valibot'],
			'realtime.ts': ['socket.io', 'valibot']
		},
		because: 'server/ runs without Kit and svelte; each package has one owner'
	},
	{
		folder: 'src/lib/server/db',
		may: [DOMAIN, PROTOCOL, NODE, 'kysely(/migration)?', '(\\.\\./){4}migrations/index\\.ts'],
		owners: { 'sqlite.ts': ['better-sqlite3'] },
		because: 'server/db/ knows no other service'
	},
	{
		folder: 'src/lib/server/prices',
		may: [DOMAIN, PROTOCOL, NODE],
		owners: { 'memory.ts': ['lru-cache'], 'redis.ts': ['ioredis', 'valibot'] },
		// The tiers are proved over the real database.
		tests: ['\\.\\./db/.+'],
		because: 'server/prices/ knows no other service: app.ts hands it what it needs'
	},
	{
		folder: 'migrations',
		may: ['kysely(/migration)?'],
		because: 'a migration must not change when the code does'
	},
	{
		folder: 'scripts',
		may: [
			DOMAIN,
			PROTOCOL,
			'#lib/server/.+',
			NODE,
			'playwright',
			'@playwright/test/reporter',
			'vitest/node',
			'(\\.\\./)+scripts/.+'
		],
		because: 'scripts use the server and the domain'
	}
];

const PAGE_MAY = [DOMAIN, PROTOCOL, CLIENT, SVELTE, KIT, '\\$app/.+'];
const ENDPOINT_MAY = [DOMAIN, PROTOCOL, '#lib/server/app\\.ts', KIT, 'valibot'];
/** Relative, and never out of `src/routes`. */
const WITHIN_ROUTES = '(\\./|(\\.\\./)+)(?!lib/|server|tests/|scripts/).+';

const PAGES = ['src/routes/**/*.{ts,svelte}'];
const ENDPOINTS = [
	'src/routes/**/+server.ts',
	'src/routes/**/*.server.ts',
	'src/routes/api/**/*.ts',
	'src/hooks.server.ts'
];

export const borders = [
	...FOLDERS.flatMap(bordersOf),
	only(
		PAGES,
		[...PAGE_MAY, WITHIN_ROUTES],
		'pages import client/, domain/ and protocol/, never the server'
	),
	only(
		ENDPOINTS,
		[...ENDPOINT_MAY, WITHIN_ROUTES],
		'endpoints reach the services through server/app.ts'
	),
	only(['src/sw.ts'], ['workbox-(precaching|routing)'], 'the service worker stands alone')
];

function bordersOf({ folder, may, owners = {}, tests = [], because }) {
	const top = [`${folder}/*.{ts,js,mjs,svelte}`];
	const nested = [`${folder}/*/**/*.{ts,js,mjs,svelte}`];
	const forTests = [...may, ...tests, ...Object.values(owners).flat(), ...FOR_TESTS, HERE];
	const extra = folder === 'src/lib/server' ? [{ regex: SERVICES, allowTypeImports: true }] : [];
	return [
		only(top, [...may, HERE], because, extra),
		only(nested, [...may, HERE, ONE_UP], because),
		...Object.entries(owners).map(([file, packages]) =>
			only([`${folder}/${file}`], [...may, ...packages, HERE], because, extra)
		),
		...(extra.length > 0 ? [only([`${folder}/app.ts`], [...may, HERE], because)] : []),
		only([`${folder}/*.test.ts`], forTests, because),
		only([`${folder}/*/**/*.test.ts`], [...forTests, ONE_UP], because)
	];
}

/**
 * One entry per set of files, because two entries for one file replace each other. A `regex`, because a `group`
 * that begins with "#" is ignored without a word. The rule does not see `import()`, so a selector does.
 */
function only(files, may, because, extra = []) {
	const regex = `^(?!(${may.join('|')})$)`;
	const message = `Not from here: ${because} (eslint.borders.js).`;
	const patterns = [{ regex, message, caseSensitive: true }];
	for (const more of extra) {
		patterns.push({ ...more, message: 'Only app.ts constructs services.', caseSensitive: true });
	}
	const inSelector = regex.replaceAll('/', '\\x2F');
	return {
		files,
		rules: {
			'@typescript-eslint/no-restricted-imports': ['error', { patterns }],
			'no-restricted-syntax': [
				'error',
				{ selector: `ImportExpression[source.value=/${inSelector}/]`, message }
			]
		}
	};
}
