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

/** Types of the services may go anywhere in the server, and so may the reason why the data was refused. */
const SERVICES = {
	regex: '^\\./(db|prices|nlp|sync|people|imports)/(?!refused\\.ts$)',
	allowTypeImports: true,
	message: 'Only app.ts and the rooms it is made of construct services (eslint.borders.js).',
	caseSensitive: true
};

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
			'import-drafts.ts': ['dexie'],
			'socket.ts': ['socket.io-client'],
			'http.ts': ['valibot'],
			'components/QrCode.svelte': ['uqr'],
			'price-chart.ts': ['d3-(scale|shape)'],
			'live-prices.ts': ['valibot'],
			'product-index.ts': ['minisearch']
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
			'realtime.ts': ['socket.io', 'valibot'],
			// The version is written down once.
			'status.ts': ['(\\.\\./){3}package\\.json']
		},
		composers: ['app.ts', 'price-service.ts', 'language-service.ts'],
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
		owners: {
			'memory.ts': ['lru-cache'],
			'redis.ts': ['ioredis', 'valibot'],
			'walmart/answers.ts': ['valibot']
		},
		// The tiers are proved over the real database.
		tests: ['\\.\\./db/.+'],
		because: 'server/prices/ knows no other service: app.ts hands it what it needs'
	},
	{
		folder: 'src/lib/server/nlp',
		may: [DOMAIN, PROTOCOL, NODE],
		owners: {
			'queue.ts': ['p-queue'],
			'ollama.ts': ['ollama', 'valibot'],
			'answer.ts': ['valibot']
		},
		because: 'server/nlp/ knows no other service: language-service.ts hands it what it needs'
	},
	{
		folder: 'src/lib/server/sync',
		may: [DOMAIN, PROTOCOL, NODE, '\\.\\./db/.+'],
		owners: { 'apply-sent.ts': ['valibot'], 'timeline-marker.ts': ['valibot'] },
		because: 'server/sync/ knows the database and no other service'
	},
	{
		folder: 'src/lib/server/backup',
		may: [DOMAIN, PROTOCOL, NODE, '\\.\\./(db|sync)/.+'],
		owners: { 'manifest.ts': ['valibot'] },
		because: 'server/backup/ knows the file, the timeline in it, and no running service'
	},
	{
		folder: 'src/lib/server/people',
		may: [DOMAIN, PROTOCOL, NODE, '\\.\\./(db|sync)/.+'],
		because:
			'server/people/ changes who is on a list, which is a synced row, and knows no other service'
	},
	{
		folder: 'src/lib/server/imports',
		may: [DOMAIN, PROTOCOL, NODE, '\\.\\./(db|sync)/.+'],
		because: 'server/imports/ knows the rows, and is handed what reads lines'
	},
	{
		folder: 'migrations',
		may: ['kysely(/migration)?'],
		because: 'a migration must not change when the code does'
	},
	{
		folder: 'scripts',
		may: [DOMAIN, PROTOCOL, '#lib/server/.+', NODE],
		owners: {
			'catalog-file.ts': ['csv-parse'],
			'render-icons.ts': ['playwright'],
			'vitest-outcome.ts': ['vitest/node'],
			'playwright-outcome.ts': ['@playwright/test/reporter']
		},
		because: 'scripts use the server and the domain'
	},
	{
		folder: 'scripts/bench',
		may: [DOMAIN, PROTOCOL, '#lib/server/.+', NODE, ONE_UP],
		// What a path is measured beside.
		owners: {
			'price-lookup.ts': ['lru-cache'],
			'price-tiers.ts': ['kysely'],
			'redis-server.ts': ['ioredis'],
			// The device's side too.
			'product-search.ts': ['minisearch', '#lib/client/product-search\\.ts'],
			'socket.ts': ['socket.io', 'socket.io-client', 'ws'],
			'speakers.ts': ['socket.io', 'ws'],
			// The other side of the wire.
			'listeners.ts': ['socket.io-client', 'ws'],
			'couples.ts': ['socket.io-client'],
			'save.ts': ['playwright']
		},
		because: 'a bench measures what the server and the domain offer to everybody'
	},
	{
		folder: 'scripts/measure',
		may: [DOMAIN, NODE, ONE_UP, '(\\.\\./){2}tests/support/.+', '@playwright/test'],
		because: 'what people feel is measured from outside, by the hands that the browser tests have'
	}
];

const PAGE_MAY = [DOMAIN, PROTOCOL, CLIENT, SVELTE, KIT, '\\$app/.+'];
const ENDPOINT_MAY = [DOMAIN, PROTOCOL, '#lib/server/app\\.ts', KIT, 'valibot'];
/** Relative, and never out of `src/routes`. */
const WITHIN_ROUTES = '(?!.*/(lib|server|tests|scripts)/)\\.\\.?/.+';

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
	only(
		['src/routes/**/*.test.ts'],
		[...PAGE_MAY, ...FOR_TESTS, WITHIN_ROUTES],
		'a page is tested without the server'
	),
	only(['src/sw.ts'], ['workbox-(precaching|routing)'], 'the service worker stands alone')
];

function bordersOf({ folder, may, owners = {}, tests = [], composers = [], because }) {
	const top = [`${folder}/*.{ts,js,mjs,svelte}`];
	const nested = [`${folder}/*/**/*.{ts,js,mjs,svelte}`];
	const extra = composers.length > 0 ? [SERVICES] : [];
	const forTests = [...may, ...tests, ...Object.values(owners).flat(), ...FOR_TESTS, HERE];
	return [
		only(top, [...may, HERE], because, extra),
		only(nested, [...may, HERE, ONE_UP], because),
		...Object.entries(owners).map(([file, packages]) =>
			only([`${folder}/${file}`], [...may, ...packages, HERE], because, extra)
		),
		...composers.map((file) => only([`${folder}/${file}`], [...may, HERE], because)),
		only([`${folder}/*.test.ts`], forTests, because),
		only([`${folder}/*/**/*.test.ts`], [...forTests, ONE_UP], because)
	];
}

/**
 * One entry per set of files, because two entries for one file replace each other. A `regex`, because a `group`
 * that begins with "#" is ignored without a word. The rule does not see `import()`, so a selector does.
 */
function only(files, may, because, more = []) {
	const message = `Not from here: ${because} (eslint.borders.js).`;
	const patterns = [{ regex: `^(?!(${may.join('|')})$)`, message, caseSensitive: true }, ...more];
	const selectors = patterns.map(({ regex, message }) => ({
		selector: `ImportExpression[source.value=/${regex.replaceAll('/', '\\x2F')}/]`,
		message
	}));
	return {
		files,
		rules: {
			'@typescript-eslint/no-restricted-imports': ['error', { patterns }],
			'no-restricted-syntax': ['error', ...selectors]
		}
	};
}
