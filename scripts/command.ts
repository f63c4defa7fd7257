import type { BackupRecord } from '#lib/server/backup/manifest.ts';
import { ConfigError, parseConfig, type Config } from '#lib/server/config.ts';
import { DataRefused } from '#lib/server/db/refused.ts';

/** Runs a command with the environment's settings; what the operator can act on becomes a sentence and the code 1. */
export async function command(act: (config: Config) => Promise<void>): Promise<void> {
	try {
		await act(parseConfig(process.env));
	} catch (cause) {
		if (!(cause instanceof ConfigError) && !(cause instanceof DataRefused)) throw cause;
		console.error(cause.message);
		process.exitCode = 1;
	}
}

/** `31.8 MB`, in millions of bytes. */
export const inMegabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

export const inSeconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;

/** "1 item", "3 people" */
export const counted = (count: number, what: string): string =>
	`${count} ${count === 1 ? what : (PLURALS[what] ?? `${what}s`)}`;
const PLURALS: Readonly<Record<string, string>> = { person: 'people' };

/** "1 list, 3 items, 809 products, 40 prices" */
export const wordsFor = ({ lists, items, products, prices }: BackupRecord['counts']): string =>
	[
		counted(lists, 'list'),
		counted(items, 'item'),
		counted(products, 'product'),
		counted(prices, 'price')
	].join(', ');
