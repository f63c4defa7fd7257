import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'vitest';
import type { StoreKind } from './device-store.ts';
import { retell } from './stories.ts';

/** A story that broke a promise once. */
interface Regression {
	/** Which promise, and how. */
	readonly broke: string;
	readonly kind: StoreKind;
	readonly story: readonly number[];
}

const FOLDER = join(import.meta.dirname, 'regressions');

test.each(readdirSync(FOLDER))(
	'what broke a promise once breaks none any more: %s',
	async (file) => {
		const { kind, story } = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Regression;
		await retell(kind, story);
	}
);
