import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';

const eslint = new ESLint({ overrideConfig: { linterOptions: { reportUnusedDisableDirectives: 'off' } } });

/** The complaints of the import rule about one line, as if it stood in that file. */
async function complaintsAbout(file: string, line: string): Promise<string[]> {
	const config = (await eslint.calculateConfigForFile(file)) as { rules: ESLint.ConfigData['rules'] };
	const only = new ESLint({
		overrideConfigFile: true,
		overrideConfig: [
			{
				files: ['**/*'],
				rules: { 'no-restricted-imports': config.rules?.['no-restricted-imports'] ?? 'off' }
			}
		]
	});
	const [result] = await only.lintText(line, { filePath: 'planted.js' });
	return (result?.messages ?? []).map(({ message }) => message);
}

describe('the borders between folders', () => {
	test.each([
		['src/lib/domain/total.ts', "import 'dexie';"],
		['src/lib/domain/total.ts', "import 'node:fs';"],
		['src/lib/domain/total.ts', "import '#lib/protocol/error.ts';"],
		['src/lib/domain/total.ts', "import '../client/db.ts';"],
		['src/lib/protocol/prices.ts', "import '#lib/server/app.ts';"],
		['src/lib/protocol/prices.ts', "import '../client/db.ts';"],
		['src/lib/client/replica.ts', "import '#lib/server/app.ts';"],
		['src/lib/client/replica.ts', "import '../server/app.ts';"],
		['src/lib/client/replica.ts', "import 'node:fs';"],
		['src/lib/client/replica.ts', "import 'dexie';"],
		['src/lib/client/replica.ts', "import 'socket.io-client';"],
		['src/lib/client/db.ts', "import 'socket.io-client';"],
		['src/lib/client/socket.ts', "import 'dexie';"],
		['src/lib/server/app.ts', "import '#lib/client/db.ts';"],
		['src/lib/server/app.ts', "import 'svelte';"],
		['src/lib/server/app.ts', "import '$app/env';"],
		['src/lib/server/app.ts', "import 'better-sqlite3';"],
		['src/lib/server/app.ts', "import 'socket.io';"],
		['src/lib/server/main.ts', "import './db/open.ts';"],
		['src/lib/server/db/open.ts', "import '../prices/lookup.ts';"],
		['src/lib/server/db/open.ts', "import '#lib/server/app.ts';"],
		['src/lib/server/prices/lookup.ts', "import 'lru-cache';"],
		['src/lib/server/prices/lookup.ts', "import '../app.ts';"],
		['src/lib/server/prices/lookup.ts', "import 'kysely';"],
		['src/lib/server/prices/redis.ts', "import 'lru-cache/x'; import '../app.ts';"],
		['src/routes/+page.svelte', "import '#lib/server/app.ts';"],
		['src/routes/healthz/+server.ts', "import '#lib/client/db.ts';"],
		['src/routes/healthz/+server.ts', "import '#lib/server/db/open.ts';"],
		['src/hooks.server.ts', "import 'kysely';"],
		['scripts/test.ts', "import '#lib/client/db.ts';"],
		['src/lib/client/replica.ts', "import '#lib/../../tests/support/chromium.ts';"]
	])('%s may not say: %s', async (file, line) => {
		expect(await complaintsAbout(file, line)).not.toEqual([]);
	});

	test.each([
		['src/lib/domain/total.ts', "import './money.ts';"],
		['src/lib/protocol/prices.ts', "import 'valibot'; import '#lib/domain/price.ts';"],
		['src/lib/client/replica.ts', "import '#lib/domain/row.ts'; import './db.ts';"],
		['src/lib/client/db.ts', "import 'dexie';"],
		['src/lib/server/app.ts', "import './db/open.ts'; import '#lib/domain/price.ts';"],
		['src/lib/server/prices/redis.ts', "import 'ioredis';"],
		['src/lib/server/db/migrate.ts', "import 'kysely'; import '../../../../migrations/index.ts';"],
		['src/routes/healthz/+server.ts', "import '#lib/server/app.ts';"]
	])('%s may say: %s', async (file, line) => {
		expect(await complaintsAbout(file, line)).toEqual([]);
	});
});
