import * as v from 'valibot';

const whole = (low: number, high: number, what: string) =>
	v.pipe(
		v.string(),
		v.trim(),
		v.regex(/^\d{1,9}$/, `it must be ${what}.`),
		v.transform(Number),
		v.minValue(low, `it must be ${what}.`),
		v.maxValue(high, `it must be ${what}.`)
	);

const oneOf = <const Words extends readonly string[]>(words: Words, note = '') =>
	v.pipe(v.string(), v.trim(), v.picklist(words, `it must be one of: ${words.join(', ')}.${note}`));

const text = v.pipe(v.string(), v.trim());
const onOff = v.pipe(
	oneOf(['on', 'off']),
	v.transform((word) => word === 'on')
);

const MS_BY_UNIT = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

/** `5s`, `5000ms` and `5000` are the same five seconds. */
const duration = (lowMs: number, highMs: number, what: string) =>
	v.pipe(
		v.string(),
		v.trim(),
		v.regex(/^\d{1,9}(ms|s|m|h)?$/, `it must be ${what}.`),
		v.transform((written) => {
			const unit = /(ms|s|m|h)?$/.exec(written)?.[0] || 'ms';
			return parseInt(written, 10) * MS_BY_UNIT[unit as keyof typeof MS_BY_UNIT];
		}),
		v.minValue(lowMs, `it must be ${what}.`),
		v.maxValue(highMs, `it must be ${what}.`)
	);

const address = (protocols: readonly string[], what: string) =>
	v.pipe(
		v.string(),
		v.trim(),
		v.check(
			(written) => protocols.includes(URL.parse(written)?.protocol ?? ''),
			`it must be ${what}.`
		)
	);

const origin = v.pipe(
	address(['http:', 'https:'], 'an address such as https://groceries.example, without a path'),
	v.check(
		(written) => new URL(written).pathname === '/' && !/[?#@]/.test(written),
		'it must be an address such as https://groceries.example, without a path.'
	),
	v.transform((written) => new URL(written).origin)
);

const TIER_NAMES = ['memory', 'redis', 'sqlite'] as const;
const TIERS_HELP =
	'it must be "none" or some of memory, redis, sqlite with commas between, each once.';

/** Tiers are always asked fastest first, however they were written down. */
const tiers = v.pipe(
	v.string(),
	v.transform((written) => written.split(',').map((word) => word.trim())),
	v.check((words) => words.join() === 'none' || new Set(words).size === words.length, TIERS_HELP),
	v.check(
		(words) => words.join() === 'none' || words.every((word) => TIER_NAMES.includes(word as never)),
		TIERS_HELP
	),
	v.transform((words) => TIER_NAMES.filter((name) => words.includes(name)))
);

const API_HELP =
	'it must be the address of the product API: https, without "?" and "#"; http only on this machine.';

/** Signed requests go there, so nobody on the way may read or change them. */
const apiBase = v.pipe(
	v.string(),
	v.trim(),
	v.check((written) => {
		const url = URL.parse(written);
		if (url === null || /[?#@]/.test(written)) return false;
		const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
		return url.protocol === 'https:' || (url.protocol === 'http:' && isHere);
	}, API_HELP),
	v.transform((written) => written.replace(/\/+$/, ''))
);

/** One entry for each variable; a message continues the sentence `NAME is "value", but …`. */
export const environmentSchema = v.object({
	HOST: v.optional(
		v.pipe(text, v.regex(/^[A-Za-z0-9.:_-]{1,253}$/, 'it must be a host name or an IP address.')),
		'127.0.0.1'
	),
	PORT: v.optional(whole(0, 65_535, 'a whole number from 0 to 65535'), '3000'),
	DATA_DIR: v.optional(text, './data'),
	BACKUP_DIR: v.optional(text),
	BACKUP_AUTO: v.optional(onOff, 'on'),

	WALMART_OLLAMA_CONCURRENCY: v.optional(
		whole(1, 2, '1 or 2, so that other users of this Ollama keep a place'),
		'2'
	),
	WALMART_OLLAMA_TIMEOUT: v.optional(
		duration(100, 600_000, 'a time from 100ms to 10m, written 5s, 5000ms or 5000'),
		'5s'
	),
	WALMART_OLLAMA_MODEL: v.optional(
		v.pipe(
			text,
			v.regex(/^[A-Za-z0-9._/:-]{1,200}$/, 'it must be the name of a model, such as llama2:7b.')
		),
		'llama2:7b'
	),
	OLLAMA_HOST: v.optional(
		address(['http:', 'https:'], 'an address such as http://127.0.0.1:11434'),
		'http://127.0.0.1:11434'
	),
	WALMART_NLP: v.optional(oneOf(['auto', 'rules']), 'auto'),
	WALMART_OLLAMA_KEEP_ALIVE: v.optional(
		duration(0, 86_400_000, 'a time from 0 to 24h, written 5m, 300s or 300000'),
		'5m'
	),
	WALMART_NLP_QUEUE: v.optional(onOff, 'on'),

	WALMART_CACHE_TTL: v.optional(whole(1, 86_400, 'a whole number of seconds, 1 to 86400'), '60'),
	REDIS_URL: v.optional(
		address(['redis:', 'rediss:'], 'an address such as redis://127.0.0.1:6379')
	),
	PRICE_TIERS: v.optional(tiers, 'memory,redis,sqlite'),
	PRICE_PROVIDER: v.optional(oneOf(['embedded', 'walmart']), 'embedded'),
	PRICE_SAMPLE_DRIFT: v.optional(onOff, 'off'),

	WALMART_CONSUMER_ID: v.optional(v.pipe(text, v.uuid('it must be a UUID.'))),
	WALMART_KEY_VERSION: v.optional(
		v.pipe(text, v.regex(/^\d{1,3}$/, 'it must be a whole number from 0 to 999.'))
	),
	WALMART_PRIVATE_KEY: v.optional(
		v.pipe(text, v.includes('PRIVATE KEY', 'it must be a private key in PEM form.'))
	),
	WALMART_PRIVATE_KEY_FILE: v.optional(text),
	WALMART_PUBLISHER_ID: v.optional(
		v.pipe(text, v.regex(/^[A-Za-z0-9_-]{1,64}$/, 'it must be letters, digits, "-" or "_".'))
	),
	WALMART_API_BASE: v.optional(
		apiBase,
		'https://developer.api.walmart.com/api-proxy/service/affil/product/v2'
	),
	WALMART_ZIP: v.optional(v.pipe(text, v.regex(/^\d{5}$/, 'it must be five digits.'))),
	WALMART_STORE_ID: v.optional(v.pipe(text, v.regex(/^\d{1,6}$/, 'it must be up to six digits.'))),
	WALMART_RETENTION_DAYS: v.optional(whole(1, 3_650, 'a whole number of days, 1 to 3650'), '90'),

	REALTIME: v.optional(oneOf(['socket', 'polling']), 'socket'),
	SIGNUP: v.optional(oneOf(['open', 'invite']), 'open'),
	TRUST_PROXY: v.optional(onOff, 'off'),
	PUBLIC_ORIGIN: v.optional(origin),
	HSTS: v.optional(
		whole(0, 63_072_000, 'a number of seconds, 0 (off) to 63072000 (two years)'),
		'0'
	),
	METRICS_TOKEN: v.optional(
		v.pipe(text, v.regex(/^\S{16,256}$/, 'it must be 16 to 256 characters without spaces.'))
	),
	LOG_LEVEL: v.optional(
		oneOf(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']),
		'info'
	)
});

const SECRET_NAMES = new Set(['METRICS_TOKEN', 'WALMART_PRIVATE_KEY', 'WALMART_CONSUMER_ID']);

/** What may be repeated in a complaint: never a secret, nor a password inside an address. */
export function maskedValue(name: string, written: string): string {
	if (SECRET_NAMES.has(name)) return `(hidden, ${written.length} characters)`;
	const shown = written.replace(/\/\/[^/@]*@/, '//***@');
	return shown.length > 80 ? `${shown.slice(0, 80)}…` : shown;
}
