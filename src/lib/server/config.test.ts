import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, parseConfig } from './config.ts';
import { environmentSchema } from './environment.ts';

function complaintAbout(env: Record<string, string>): string {
	try {
		parseConfig(env);
	} catch (cause) {
		expect(cause).toBeInstanceOf(ConfigError);
		return (cause as ConfigError).message;
	}
	throw new Error('The configuration was taken.');
}

const TIERS = 'it must be "none" or some of memory, redis, sqlite with commas between, each once.';
const API_BASE =
	'it must be the address of the product API: https, without "?" and "#"; http only on this machine.';
const ORIGIN = 'it must be an address such as https://groceries.example, without a path.';

/** A value of each variable that cannot be used, and what the sentence says after "but". */
const WRONG: Readonly<Record<string, readonly (readonly [value: string, allowed: string])[]>> = {
	HOST: [['no host', 'it must be a host name or an IP address.']],
	PORT: [
		['99999', 'it must be a whole number from 0 to 65535.'],
		['3000x', 'it must be a whole number from 0 to 65535.'],
		['-1', 'it must be a whole number from 0 to 65535.']
	],
	BACKUP_AUTO: [['yes', 'it must be one of: on, off.']],
	WALMART_OLLAMA_CONCURRENCY: [
		['3', 'it must be 1 or 2, so that other users of this Ollama keep a place.']
	],
	WALMART_OLLAMA_TIMEOUT: [
		['5 parsecs', 'it must be a time from 100ms to 10m, written 5s, 5000ms or 5000.'],
		['1h', 'it must be a time from 100ms to 10m, written 5s, 5000ms or 5000.']
	],
	WALMART_OLLAMA_MODEL: [['my model', 'it must be the name of a model, such as llama2:7b.']],
	OLLAMA_HOST: [['localhost:11434', 'it must be an address such as http://127.0.0.1:11434.']],
	WALMART_NLP: [['magic', 'it must be one of: auto, rules.']],
	WALMART_OLLAMA_KEEP_ALIVE: [
		['for ever', 'it must be a time from 0 to 24h, written 5m, 300s or 300000.']
	],
	WALMART_NLP_QUEUE: [['maybe', 'it must be one of: on, off.']],
	WALMART_CACHE_TTL: [['0', 'it must be a whole number of seconds, 1 to 86400.']],
	REDIS_URL: [['localhost:6379', 'it must be an address such as redis://127.0.0.1:6379.']],
	PRICE_TIERS: [
		['memory,disk', TIERS],
		['disk,disk', TIERS],
		['memory,memory', TIERS],
		['none,memory', TIERS]
	],
	PRICE_PROVIDER: [['cheapest', 'it must be one of: embedded, walmart.']],
	PRICE_SAMPLE_DRIFT: [['1', 'it must be one of: on, off.']],
	WALMART_CONSUMER_ID: [['hunter2', 'it must be a UUID.']],
	WALMART_KEY_VERSION: [['two', 'it must be a whole number from 0 to 999.']],
	WALMART_PRIVATE_KEY: [['hunter2', 'it must be a private key in PEM form.']],
	WALMART_PUBLISHER_ID: [['a b', 'it must be letters, digits, "-" or "_".']],
	WALMART_API_BASE: [
		['walmart.com', API_BASE],
		['http://developer.api.walmart.com', API_BASE],
		['https://api.example/v2?key=1', API_BASE],
		['ftp://127.0.0.1/v2', API_BASE]
	],
	WALMART_ZIP: [['1234', 'it must be five digits.']],
	WALMART_STORE_ID: [['the one in town', 'it must be up to six digits.']],
	WALMART_RETENTION_DAYS: [['0', 'it must be a whole number of days, 1 to 3650.']],
	REALTIME: [['carrier-pigeon', 'it must be one of: socket, polling.']],
	SIGNUP: [['closed', 'it must be one of: open, invite.']],
	TRUST_PROXY: [['true', 'it must be one of: on, off.']],
	PUBLIC_ORIGIN: [
		['groceries', ORIGIN],
		['ftp://a.example/path', ORIGIN],
		['https://a.example/path', ORIGIN],
		['ftp://a.example', ORIGIN]
	],
	HSTS: [['on', 'it must be a number of seconds, 0 (off) to 63072000 (two years).']],
	METRICS_TOKEN: [['hunter2', 'it must be 16 to 256 characters without spaces.']],
	LOG_LEVEL: [['loud', 'it must be one of: trace, debug, info, warn, error, fatal, silent.']]
};
/** Not repeated in a complaint. */
const HIDDEN = new Set(['METRICS_TOKEN', 'WALMART_PRIVATE_KEY', 'WALMART_CONSUMER_ID']);

describe('parseConfig', () => {
	test('takes the documented default for everything that is unset or empty', () => {
		const config = parseConfig({ REDIS_URL: '', PORT: ' ', PATH: '/usr/bin' });
		expect(config).toMatchObject({
			host: '127.0.0.1',
			port: 3000,
			dataDir: resolve('data'),
			backupDir: resolve('data/backups'),
			prices: {
				tiers: ['memory', 'redis', 'sqlite'],
				memoryTtlMs: 60_000,
				redisUrl: null,
				provider: 'embedded',
				sampleDrift: false
			},
			language: { engine: 'auto', concurrency: 2, timeoutMs: 5_000, model: 'llama2:7b' },
			realtime: 'socket',
			hstsSeconds: 0,
			publicOrigin: null
		});
	});

	test.each(['5s', '5000ms', '5000'])('reads %s as five seconds', (written) => {
		expect(parseConfig({ WALMART_OLLAMA_TIMEOUT: written }).language.timeoutMs).toBe(5_000);
	});

	test('asks the price tiers fastest first, however they are written', () => {
		expect(parseConfig({ PRICE_TIERS: 'sqlite, memory' }).prices.tiers).toEqual([
			'memory',
			'sqlite'
		]);
		expect(parseConfig({ PRICE_TIERS: 'none' }).prices.tiers).toEqual([]);
	});

	test('keeps backups beside the data unless they are sent elsewhere', () => {
		expect(parseConfig({ DATA_DIR: '/srv/a' }).backupDir).toBe('/srv/a/backups');
		expect(parseConfig({ DATA_DIR: '/srv/a', BACKUP_DIR: '/srv/b' }).backupDir).toBe('/srv/b');
	});

	const cases = Object.entries(WRONG).flatMap(([name, wrong]) =>
		wrong.map(([value, allowed]) => [name, value, allowed] as const)
	);
	test.each(cases)(
		'refuses %s=%s with the name, the value and what is allowed',
		(name, value, allowed) => {
			const complaint = complaintAbout({ [name]: value });
			const written = HIDDEN.has(name) ? `(hidden, ${value.length} characters)` : value;
			expect(complaint).toBe(`${name} is "${written}", but ${allowed}`);
		}
	);

	test('has a wrong value of every variable above, but of those that take any text', () => {
		const without = Object.keys(environmentSchema.entries).filter((name) => !(name in WRONG));
		expect(without).toEqual(['DATA_DIR', 'BACKUP_DIR', 'WALMART_PRIVATE_KEY_FILE']);
	});

	test('names each of any two wrong variables, whichever they are', () => {
		for (const [one, oneValue] of cases)
			for (const [other, otherValue] of cases) {
				if (one === other) continue;
				const lines = complaintAbout({ [one]: oneValue, [other]: otherValue }).split('\n');
				expect(lines.map((line) => line.split(' ')[0]).sort()).toEqual([one, other].sort());
			}
	});

	test('names every wrong variable at once', () => {
		const lines = complaintAbout({ PORT: 'x', REALTIME: 'y', HSTS: 'z' }).split('\n');
		expect(lines.map((line) => line.split(' ')[0]).sort()).toEqual(['HSTS', 'PORT', 'REALTIME']);
	});

	test('repeats no secret in a complaint', () => {
		const complaint = complaintAbout({
			METRICS_TOKEN: 'hunter2',
			REDIS_URL: 'http://user:hunter2@127.0.0.1',
			WALMART_PRIVATE_KEY: 'hunter2'
		});
		expect(complaint).not.toContain('hunter2');
		expect(complaint).toContain('METRICS_TOKEN is "(hidden, 7 characters)"');
	});

	test('refuses to ask Walmart without what it takes, and names all of it', () => {
		const complaint = complaintAbout({ PRICE_PROVIDER: 'walmart', WALMART_KEY_VERSION: '1' });
		expect(complaint).toBe(
			'PRICE_PROVIDER is "walmart", but without WALMART_CONSUMER_ID and ' +
				'WALMART_PRIVATE_KEY_FILE (or WALMART_PRIVATE_KEY) Walmart cannot be asked. ' +
				'Set what is missing, or PRICE_PROVIDER to embedded.'
		);
	});

	test('asks another machine by https alone, and this one as it is told', () => {
		const baseOf = (written: string) => parseConfig({ WALMART_API_BASE: written }).walmart.apiBase;
		expect(baseOf('https://api.example/v2/')).toBe('https://api.example/v2');
		expect(baseOf('http://127.0.0.1:4000/v2')).toBe('http://127.0.0.1:4000/v2');
		expect(baseOf('http://localhost:4000')).toBe('http://localhost:4000');
	});

	test('is told about every variable by deploy/env.example, with values it takes', () => {
		const example = readFileSync(resolve('deploy/env.example'), 'utf8');
		const lines = [...example.matchAll(/^#([A-Z_]+)=(.*)$/gm)];
		const env = Object.fromEntries(lines.map(([, name, value]) => [name, value]));
		expect(Object.keys(env).sort()).toEqual(Object.keys(environmentSchema.entries).sort());
		expect(parseConfig(env)).toMatchObject({ port: 3000, realtime: 'socket' });
	});
});
