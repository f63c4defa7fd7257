import { resolve } from 'node:path';
import * as v from 'valibot';
import { environmentSchema, maskedValue } from './environment.ts';
import { DEFAULT_LIMITS, type Limits } from './rate-limits.ts';

/** Every choice an operator can make, parsed once. Names of the variables: `deploy/env.example`. */
export interface Config {
	readonly host: string;
	/** 0 takes any free port. */
	readonly port: number;
	readonly dataDir: string;
	readonly backupDir: string;
	readonly backupAuto: boolean;
	readonly prices: PriceConfig;
	readonly walmart: WalmartConfig;
	readonly language: LanguageConfig;
	readonly realtime: 'socket' | 'polling';
	readonly signup: 'open' | 'invite';
	/** Believe `X-Forwarded-*` of a reverse proxy that connects from the loopback. */
	readonly trustProxy: boolean;
	/** The one address people use, behind a proxy: `https://groceries.example`. */
	readonly publicOrigin: string | null;
	/** 0 sends no Strict-Transport-Security. */
	readonly hstsSeconds: number;
	/** How much one device or address may ask for; no variable sets them. */
	readonly limits: Limits;
	readonly metricsToken: string | null;
	readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
}

interface PriceConfig {
	/** In the order they are asked; empty asks the source every time. */
	readonly tiers: readonly ('memory' | 'redis' | 'sqlite')[];
	readonly memoryTtlMs: number;
	readonly redisUrl: string | null;
	readonly provider: 'embedded' | 'walmart';
	readonly sampleDrift: boolean;
}

export interface WalmartConfig {
	readonly consumerId: string | null;
	readonly keyVersion: string | null;
	readonly privateKey: string | null;
	readonly privateKeyFile: string | null;
	readonly publisherId: string | null;
	readonly apiBase: string;
	readonly zip: string | null;
	readonly storeId: string | null;
	readonly retentionDays: number;
}

interface LanguageConfig {
	readonly engine: 'auto' | 'rules';
	readonly queue: boolean;
	readonly concurrency: number;
	readonly timeoutMs: number;
	readonly model: string;
	readonly host: string;
	readonly keepAliveMs: number;
}

/** Its message has one line for every variable that cannot be used, secrets masked. */
export class ConfigError extends Error {
	override readonly name = 'ConfigError';
}

/**
 * Reads the environment table of the public contract. An unset or empty variable takes its default.
 * @throws ConfigError naming all variables that are wrong, not only the first
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
	const given = Object.fromEntries(
		Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== '')
	);
	// One complaint a variable, and no check of a value that failed the one before.
	const parsed = v.safeParse(environmentSchema, given, { abortPipeEarly: true });
	if (!parsed.success) {
		throw new ConfigError(parsed.issues.map(issueToLine).join('\n'));
	}
	refuseUnlessComplete(parsed.output);
	return environmentToConfig(parsed.output);
}

/** Walmart cannot be asked without these. Whether the key is one is seen when it is read. */
function refuseUnlessComplete(set: v.InferOutput<typeof environmentSchema>): void {
	if (set.PRICE_PROVIDER !== 'walmart') return;
	const missing: string[] = [];
	if (set.WALMART_CONSUMER_ID === undefined) missing.push('WALMART_CONSUMER_ID');
	if (set.WALMART_KEY_VERSION === undefined) missing.push('WALMART_KEY_VERSION');
	if (set.WALMART_PRIVATE_KEY === undefined && set.WALMART_PRIVATE_KEY_FILE === undefined)
		missing.push('WALMART_PRIVATE_KEY_FILE (or WALMART_PRIVATE_KEY)');
	if (missing.length === 0) return;
	throw new ConfigError(
		`PRICE_PROVIDER is "walmart", but without ${missing.join(' and ')} Walmart cannot be asked. ` +
			'Set what is missing, or PRICE_PROVIDER to embedded.'
	);
}

function issueToLine(issue: v.InferIssue<typeof environmentSchema>): string {
	const name = v.getDotPath(issue) ?? 'The environment';
	// A check inside a pipe may see a converted value; the person needs the text they wrote.
	const written = String(issue.path?.[0].value ?? issue.input);
	return `${name} is "${maskedValue(name, written)}", but ${issue.message}`;
}

function environmentToConfig(set: v.InferOutput<typeof environmentSchema>): Config {
	const dataDir = resolve(set.DATA_DIR);
	return {
		host: set.HOST,
		port: set.PORT,
		dataDir,
		backupDir: set.BACKUP_DIR === undefined ? resolve(dataDir, 'backups') : resolve(set.BACKUP_DIR),
		backupAuto: set.BACKUP_AUTO,
		prices: {
			tiers: set.PRICE_TIERS,
			memoryTtlMs: set.WALMART_CACHE_TTL * 1000,
			redisUrl: set.REDIS_URL ?? null,
			provider: set.PRICE_PROVIDER,
			sampleDrift: set.PRICE_SAMPLE_DRIFT
		},
		walmart: {
			consumerId: set.WALMART_CONSUMER_ID ?? null,
			keyVersion: set.WALMART_KEY_VERSION ?? null,
			privateKey: set.WALMART_PRIVATE_KEY ?? null,
			privateKeyFile: set.WALMART_PRIVATE_KEY_FILE ?? null,
			publisherId: set.WALMART_PUBLISHER_ID ?? null,
			apiBase: set.WALMART_API_BASE,
			zip: set.WALMART_ZIP ?? null,
			storeId: set.WALMART_STORE_ID ?? null,
			retentionDays: set.WALMART_RETENTION_DAYS
		},
		language: {
			engine: set.WALMART_NLP,
			queue: set.WALMART_NLP_QUEUE,
			concurrency: set.WALMART_OLLAMA_CONCURRENCY,
			timeoutMs: set.WALMART_OLLAMA_TIMEOUT,
			model: set.WALMART_OLLAMA_MODEL,
			host: set.OLLAMA_HOST,
			keepAliveMs: set.WALMART_OLLAMA_KEEP_ALIVE
		},
		realtime: set.REALTIME,
		signup: set.SIGNUP,
		trustProxy: set.TRUST_PROXY,
		publicOrigin: set.PUBLIC_ORIGIN ?? null,
		hstsSeconds: set.HSTS,
		limits: DEFAULT_LIMITS,
		metricsToken: set.METRICS_TOKEN ?? null,
		logLevel: set.LOG_LEVEL
	};
}
