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

export const wordsFor = ({ lists, items, products, prices }: BackupRecord['counts']): string =>
	`${lists} lists, ${items} items, ${products} products, ${prices} prices`;
