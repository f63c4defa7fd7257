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

	test.each([
		['PORT', '99999', '0 to 65535'],
		['PORT', '3000x', '0 to 65535'],
		['HOST', 'no host', 'IP address'],
		['PRICE_TIERS', 'memory,disk', 'memory, redis, sqlite'],
		['PRICE_TIERS', 'memory,memory', 'each once'],
		['PRICE_TIERS', 'none,memory', 'memory, redis, sqlite'],
		['REDIS_URL', 'localhost:6379', 'redis://127.0.0.1:6379'],
		['WALMART_OLLAMA_CONCURRENCY', '3', '1 or 2'],
		['WALMART_OLLAMA_TIMEOUT', '5 parsecs', '5s, 5000ms or 5000'],
		['WALMART_CACHE_TTL', '0', '1 to 86400'],
		['REALTIME', 'carrier-pigeon', 'socket, polling'],
		['PUBLIC_ORIGIN', 'https://a.example/path', 'without a path'],
		['PUBLIC_ORIGIN', 'ftp://a.example', 'without a path'],
		['HSTS', 'on', 'seconds'],
		['LOG_LEVEL', 'loud', 'trace, debug'],
		['WALMART_ZIP', '1234', 'five digits']
	])('refuses %s=%s with the name, the value and what is allowed', (name, value, allowed) => {
		const complaint = complaintAbout({ [name]: value });
		expect(complaint).toContain(`${name} is "${value}"`);
		expect(complaint).toContain(allowed);
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

	test('says that live Walmart prices are still to come', () => {
		expect(complaintAbout({ PRICE_PROVIDER: 'walmart' })).toContain('not part of this version yet');
	});

	test('is told about every variable by deploy/env.example, with values it takes', () => {
		const example = readFileSync(resolve('deploy/env.example'), 'utf8');
		const lines = [...example.matchAll(/^#([A-Z_]+)=(.*)$/gm)];
		const env = Object.fromEntries(lines.map(([, name, value]) => [name, value]));
		expect(Object.keys(env).sort()).toEqual(Object.keys(environmentSchema.entries).sort());
		expect(parseConfig(env)).toMatchObject({ port: 3000, realtime: 'socket' });
	});
});
