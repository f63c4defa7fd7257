import { ESLint } from 'eslint';
import { beforeAll, describe, expect, test } from 'vitest';

const BORDER_RULES = ['@typescript-eslint/no-restricted-imports', 'no-restricted-syntax'];

/** A file of each folder, and imports that must not stand in it. */
const PLANTED: Readonly<Record<string, readonly string[]>> = {
	'src/lib/domain/money.ts': [
		'#lib/protocol/error.ts',
		'#lib/client/db.ts',
		'#lib/server/app.ts',
		'#lib/domain/item.ts',
		'../protocol/error.ts',
		'../../../tests/support/redis.ts',
		'node:fs',
		'svelte',
		'valibot',
		'$app/state'
	],
	'src/lib/domain/quick-add/units.ts': [
		'../../client/db.ts',
		'node:crypto',
		'../../../../migrations/index.ts'
	],
	'src/lib/domain/money.test.ts': ['#lib/server/app.ts', 'dexie'],
	'src/lib/protocol/error.ts': [
		'#lib/client/db.ts',
		'#lib/server/app.ts',
		'dexie',
		'node:fs',
		'svelte'
	],
	'src/lib/client/lists.svelte.ts': [
		'#lib/server/app.ts',
		'../server/app.ts',
		'../../routes/open-app.ts',
		'dexie',
		'socket.io-client',
		'valibot',
		'kysely',
		'node:fs',
		'$app/navigation'
	],
	'src/lib/client/db.ts': ['socket.io-client'],
	'src/lib/client/socket.ts': ['dexie'],
	'src/lib/client/components/media.ts': ['../../server/app.ts', '#lib/client/db.ts'],
	'src/lib/server/health.ts': [
		'#lib/client/db.ts',
		'svelte',
		'$app/env',
		'@sveltejs/kit',
		'socket.io',
		'ioredis',
		'better-sqlite3',
		'pino',
		'./prices/lookup.ts',
		'./db/open.ts'
	],
	'src/lib/server/run.ts': ['./db/open.ts', './prices/redis.ts', './people/people.ts'],
	'src/lib/server/realtime.ts': ['./prices/lookup.ts', 'ioredis'],
	'src/lib/server/db/open.ts': [
		'../prices/lookup.ts',
		'../app.ts',
		'ioredis',
		'socket.io',
		'better-sqlite3'
	],
	'src/lib/server/db/sqlite.ts': ['lru-cache'],
	'src/lib/server/prices/lookup.ts': [
		'../db/prices.ts',
		'../app.ts',
		'kysely',
		'ioredis',
		'lru-cache'
	],
	'src/lib/server/prices/redis.ts': ['lru-cache', 'socket.io'],
	'src/lib/server/nlp/model.ts': ['../db/open.ts', '../app.ts', 'p-queue', 'ollama', 'valibot'],
	'src/lib/server/nlp/queue.ts': ['ollama'],
	'src/lib/server/sync/handle-sync.ts': [
		'valibot',
		'better-sqlite3',
		'../app.ts',
		'../prices/lookup.ts',
		'svelte'
	],
	'src/lib/server/people/people.ts': [
		'better-sqlite3',
		'../app.ts',
		'../prices/lookup.ts',
		'socket.io'
	],
	'src/lib/server/prices/memory.ts': ['ioredis'],
	'src/routes/+page.svelte': ['#lib/server/app.ts', '../lib/server/app.ts', 'dexie', 'node:fs'],
	'src/routes/+page.ts': ['#lib/server/app.ts', 'socket.io-client', '../../tests/support/redis.ts'],
	'src/routes/healthz/+server.ts': [
		'#lib/client/db.ts',
		'#lib/server/db/open.ts',
		'kysely',
		'svelte'
	],
	'src/hooks.server.ts': ['#lib/client/db.ts', '#lib/server/config.ts', 'better-sqlite3'],
	'src/sw.ts': ['#lib/client/db.ts', 'dexie'],
	'migrations/0001_initial.ts': ['#lib/domain/price.ts', '../src/lib/server/db/schema.ts'],
	'scripts/test.ts': [
		'#lib/client/db.ts',
		'../src/routes/open-app.ts',
		'../tests/support/redis.ts'
	],
	'scripts/measure/tick.ts': [
		'#lib/client/db.ts',
		'#lib/server/app.ts',
		'../../tests/sync/world.ts'
	]
};

const ALLOWED: Readonly<Record<string, readonly string[]>> = {
	'src/lib/domain/money.ts': ['./quantity.ts'],
	'src/lib/domain/quick-add/units.ts': ['./words.ts', '../units.ts'],
	'src/lib/domain/money.test.ts': [
		'vitest',
		'fast-check',
		'../../../tests/support/mutation-world.ts'
	],
	'src/lib/protocol/error.ts': ['valibot', '#lib/domain/price.ts'],
	'src/lib/client/db.ts': [
		'dexie',
		'#lib/domain/list.ts',
		'#lib/protocol/error.ts',
		'svelte/reactivity'
	],
	'src/lib/client/socket.ts': ['socket.io-client'],
	'src/lib/server/app.ts': [
		'./prices/lookup.ts',
		'./db/open.ts',
		'node:fs',
		'#lib/domain/catalog.ts'
	],
	'src/lib/server/run.ts': ['./db/refused.ts', './serve.ts'],
	'src/lib/server/realtime.ts': ['socket.io'],
	'src/lib/server/db/sqlite.ts': ['better-sqlite3', 'kysely'],
	'src/lib/server/prices/redis.ts': ['ioredis', './tier.ts'],
	'src/lib/server/language-service.ts': ['./nlp/queue.ts', '#lib/protocol/status.ts'],
	'src/lib/server/nlp/queue.ts': ['p-queue', './unanswered.ts'],
	'src/routes/+page.svelte': ['#lib/client/db.ts', '#lib/domain/list.ts', '$app/state', 'svelte'],
	'src/routes/healthz/+server.ts': ['#lib/server/app.ts', '@sveltejs/kit', '../api/answer.ts'],
	'scripts/test.ts': ['#lib/server/app.ts', '#lib/domain/price.ts', 'node:fs'],
	'scripts/measure/tick.ts': ['./row.ts', '../bench/timing.ts', '../../tests/support/browser.ts']
};

const eslint = new ESLint({ ruleFilter: ({ ruleId }) => BORDER_RULES.includes(ruleId) });

/** The lines of a file that the project's own configuration takes for a breach of a border. */
async function breaches(file: string, lines: readonly string[]): Promise<readonly string[]> {
	const [before, after] = file.endsWith('.svelte')
		? ['<script lang="ts">\n', '\n</script>\n']
		: ['', '\n'];
	const text = before + lines.join('\n') + after;
	const [result] = await eslint.lintText(text, { filePath: file });
	const atLines = new Set((result?.messages ?? []).map(({ line }) => line));
	return text.split('\n').filter((_line, index) => atLines.has(index + 1));
}

const importNow = (source: string): string => `import '${source}';`;
const importLater = (source: string): string => `void import('${source}');`;

describe('the borders between folders', () => {
	// The first file loads the types of the whole project.
	beforeAll(() => breaches('src/lib/domain/money.ts', []), 60_000);

	test.each(Object.entries(PLANTED))(
		'keep out of %s what is not its business',
		async (file, sources) => {
			const lines = sources.flatMap((source) => [importNow(source), importLater(source)]);
			expect(await breaches(file, lines)).toEqual(lines);
		}
	);

	test.each(Object.entries(ALLOWED))('let into %s what it is made of', async (file, sources) => {
		const lines = sources.flatMap((source) => [importNow(source), importLater(source)]);
		expect(await breaches(file, lines)).toEqual([]);
	});

	test('let a type of a service through, and not the service', async () => {
		const type = "export type { PriceUpdates } from './prices/updates.ts';";
		const service = "export { createPriceUpdates } from './prices/updates.ts';";
		expect(await breaches('src/lib/server/realtime.ts', [type, service])).toEqual([service]);
	});
});
