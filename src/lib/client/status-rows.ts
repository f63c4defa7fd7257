import type { StatusAnswer } from '#lib/protocol/status.ts';
import { DAY_MS, type StatusWords } from './status-words.ts';

/** `caution` is something that is off and can be done without; `critical` needs somebody. */
export type Tone = 'positive' | 'sample' | 'plain' | 'caution' | 'critical';

/** One part of the status: what it is, how it stands in a sentence or more, and in a word or two. */
export interface StatusRow {
	readonly icon: string;
	readonly title: string;
	readonly sentence: string;
	readonly tag: string;
	readonly tone: Tone;
	/** What the summary says of it where the tone is `caution` or `critical`. */
	readonly short?: string;
}

/** How it stands, for one part. */
type Verdict = Pick<StatusRow, 'tag' | 'tone' | 'short'>;

/** A trial restore should not be older. */
const DRILL_MS = 8 * DAY_MS;
/** Without a server that makes them by itself, a backup older than this is called old. */
const OLD_BACKUP_MS = 2 * DAY_MS;

/**
 * What the server said of itself, for people.
 * @param now wall-clock ms by the server's clock, so that ages do not depend on this device's
 */
export function serverRows(status: StatusAnswer, now: number, words: StatusWords): StatusRow[] {
	return [
		pricesRow(status, now, words),
		modelRow(status, words),
		backupsRow(status, now, words),
		syncRow(status, now, words),
		storageRow(status, now, words)
	];
}

function pricesRow({ prices }: StatusAnswer, now: number, words: StatusWords): StatusRow {
	const sentences = [
		sourceOf(prices, words),
		prices.isDrifting ? 'They move by themselves, to show live updates.' : '',
		// Asked anew each time, they are as old as the look.
		prices.tiers.length > 0 ? priceAges(prices, now, words) : '',
		prices.tiers.length > 0 ? `Kept in ${listOf(prices.tiers.map((tier) => TIERS[tier]))}.` : ''
	];
	const row = { icon: 'tag', title: 'Prices' };
	const pause = prices.walmart?.pause ?? null;
	if (pause !== null) {
		const { tag, finding, advice } = PAUSES[pause.why];
		const until =
			pause.until === null
				? 'It is not asked before the server is started again.'
				: `It is asked again ${words.dayAndTime(pause.until, now)}.`;
		const old = 'Prices grow old meanwhile, and new things have none.';
		const sentence = joined([...sentences, finding, advice, until, old]);
		return { ...row, sentence, tag, tone: 'caution', short: finding };
	}
	if (prices.tiers.length === 0)
		return {
			...row,
			sentence: joined([...sentences, 'PRICE_TIERS is none, so each look-up asks the source.']),
			tag: 'Not kept',
			tone: 'caution',
			short: 'Prices are not kept between look-ups.'
		};
	if (prices.redis === 'down')
		return {
			...row,
			sentence: joined([...sentences, 'Redis does not answer, so look-ups go past it.']),
			tag: 'Redis is away',
			tone: 'caution',
			short: 'Redis does not answer; prices do without it.'
		};
	const isLive = prices.provider === 'walmart';
	const verdict = isLive ? LIVE : SAMPLES;
	return { ...row, sentence: joined(sentences), ...verdict };
}

const LIVE: Verdict = { tag: 'Live', tone: 'positive' };
const SAMPLES: Verdict = { tag: 'Samples', tone: 'sample' };

function sourceOf({ walmart }: StatusAnswer['prices'], words: StatusWords): string {
	if (walmart === null) return 'Samples from the built-in catalog, not a store’s prices.';
	const used = `${words.number(walmart.callsToday)} of ${words.number(walmart.callsPerDay)}`;
	return `Walmart’s own products from Walmart, all others samples. ${used} look-ups used today.`;
}

type PauseReason = NonNullable<NonNullable<StatusAnswer['prices']['walmart']>['pause']>['why'];

/** Why Walmart is not asked, and what whoever keeps the server can do about it. */
const PAUSES: Readonly<Record<PauseReason, { tag: string; finding: string; advice: string }>> = {
	forbidden: {
		tag: 'Forbidden',
		finding: 'Walmart does not allow this account to ask for prices.',
		advice: 'See at Walmart what the account may do.'
	},
	unauthorized: {
		tag: 'Key not taken',
		finding: 'Walmart does not take this server’s key.',
		advice: 'Check WALMART_CONSUMER_ID, WALMART_KEY_VERSION and the key.'
	},
	clock: {
		tag: 'Clock is wrong',
		finding: 'Walmart does not take the time of this server’s clock.',
		advice: 'Set the clock right.'
	},
	too_many: { tag: 'Paused', finding: 'Walmart wants to be asked less often.', advice: '' },
	failing: { tag: 'No answer', finding: 'Walmart does not answer as it should.', advice: '' },
	spent: { tag: 'Used up', finding: 'Today’s look-ups at Walmart are used up.', advice: '' }
};

const TIERS = { memory: 'memory', redis: 'Redis', sqlite: 'SQLite' } as const;

function priceAges({ onLists }: StatusAnswer['prices'], now: number, words: StatusWords): string {
	if (onLists === null) return 'How old they are is not known.';
	const { productCount, knownCount, newestCheckedAt, oldestCheckedAt } = onLists;
	if (productCount === 0) return 'No product is on your lists yet.';
	const products = words.count(productCount, 'product');
	if (newestCheckedAt === null || oldestCheckedAt === null)
		return `Of the ${products} on your lists, none was looked up yet.`;
	const newest = words.age(now - newestCheckedAt);
	const oldest = words.age(now - oldestCheckedAt);
	const ages = newest === oldest ? `${newest} old` : `${newest} old, the oldest ${oldest}`;
	return knownCount === productCount
		? `Prices of the ${products} on your lists are ${ages}.`
		: `Prices of ${knownCount} of the ${products} on your lists are ${ages}.`;
}

function modelRow({ language }: StatusAnswer, words: StatusWords): StatusRow {
	const { model, isQueueOn } = language;
	const row = { icon: 'chip', title: 'Model' };
	const rules = 'Quick add reads with its rules';
	if (model === null)
		return {
			...row,
			sentence: `${rules} alone: WALMART_NLP is rules.`,
			tag: 'Rules alone',
			tone: 'plain'
		};
	const { name, state, why, concurrency, runningCount, waitingCount } = model;
	const sentence = joined([
		`${rules}, and asks ${name} where they are unsure.`,
		MODEL_STATES[state].sentence,
		why ?? '',
		isQueueOn
			? `At most ${words.count(concurrency, 'request')} at a time.`
			: 'WALMART_NLP_QUEUE is off: the limit of two requests to the model at a time does not hold.',
		runningCount + waitingCount > 0 ? `Now ${runningCount} running, ${waitingCount} waiting.` : ''
	]);
	const { tag } = MODEL_STATES[state];
	if (state === 'off')
		return {
			...row,
			sentence,
			tag,
			tone: 'caution',
			short: `${name} is switched off; another model may do.`
		};
	if (!isQueueOn)
		return {
			...row,
			sentence,
			tag,
			tone: 'caution',
			short: 'Requests to the model are not limited.'
		};
	return { ...row, sentence, tag, tone: state === 'ready' ? 'positive' : 'plain' };
}

type ModelState = NonNullable<StatusAnswer['language']['model']>['state'];

/** Without Ollama everything works, so its being away is nothing that is off. */
const MODEL_STATES: Readonly<Record<ModelState, { tag: string; sentence: string }>> = {
	'not-loaded': { tag: 'On demand', sentence: 'It is loaded when a line needs it.' },
	loading: { tag: 'Loading', sentence: 'It is being loaded.' },
	ready: { tag: 'Ready', sentence: '' },
	away: { tag: 'Rules alone', sentence: '' },
	off: { tag: 'Switched off', sentence: '' }
};

function backupsRow(status: StatusAnswer, now: number, words: StatusWords): StatusRow {
	const { backups } = status;
	const row = { icon: 'archive', title: 'Backups' };
	if (backups === null)
		return {
			...row,
			sentence: 'The folder of backups cannot be read. The server’s log says why.',
			tag: 'Unknown',
			tone: 'caution',
			short: 'The folder of backups cannot be read.'
		};
	const { isAutomatic, failedAt, last, keptCount, unverifiedCount, lastDrill } = backups;
	const sentence = joined([
		failedAt === null
			? ''
			: `The latest try failed ${words.dayAndTime(failedAt, now)}; the server’s log says why.`,
		last === null
			? isAutomatic
				? 'None yet. The server makes one every day.'
				: 'None yet.'
			: `Last ${words.dayAndTime(last.takenAt, now)}, ${words.bytes(last.bytes)}, read back and checked; ${keptCount} kept.`,
		unverifiedCount === 0
			? ''
			: `Not known to be whole: ${words.count(unverifiedCount, 'file')}; the next backup looks at that.`,
		isAutomatic ? '' : 'BACKUP_AUTO is off, so the server makes none by itself.',
		lastDrill === null
			? last === null
				? ''
				: 'No trial restore yet.'
			: lastDrill.isWhole
				? `A trial restore ${words.day(lastDrill.at, now)} took ${words.duration(lastDrill.tookMs)}.`
				: `The trial restore ${words.day(lastDrill.at, now)} failed; the server’s log says why.`
	]);
	return { ...row, sentence, ...backupVerdict(status, backups, now, words) };
}

function backupVerdict(
	{ degraded, startedAt }: StatusAnswer,
	{ isAutomatic, failedAt, last, lastDrill }: NonNullable<StatusAnswer['backups']>,
	now: number,
	words: StatusWords
): Verdict {
	if (failedAt !== null)
		return { tag: 'Failed', tone: 'critical', short: 'The latest backup failed.' };
	if (lastDrill?.isWhole === false)
		return { tag: 'Not restored', tone: 'critical', short: 'The last trial restore failed.' };
	if (degraded.includes('backup'))
		return { tag: 'Late', tone: 'critical', short: 'The last two days are in no backup.' };
	if (last === null)
		return isAutomatic
			? { tag: 'Not yet', tone: 'plain' }
			: { tag: 'Off', tone: 'caution', short: 'Nothing is backed up.' };
	if (!isAutomatic && now - last.takenAt > OLD_BACKUP_MS)
		return {
			tag: 'Old',
			tone: 'caution',
			short: `The last backup is ${words.age(now - last.takenAt)} old.`
		};
	if (now - (lastDrill?.at ?? startedAt) > DRILL_MS)
		return {
			tag: 'Verified',
			tone: 'caution',
			short: 'No trial restore was made for more than a week.'
		};
	return { tag: 'Verified', tone: 'positive' };
}

function syncRow({ sync }: StatusAnswer, now: number, words: StatusWords): StatusRow {
	const row = { icon: 'synced', title: 'Sync' };
	const heard =
		sync.lastHeardAt === null
			? ''
			: `Your devices last sent something ${words.dayAndTime(sync.lastHeardAt, now)}.`;
	if (sync.realtime === 'polling')
		return {
			...row,
			sentence: joined(['REALTIME is polling: devices ask every 30 seconds.', heard]),
			tag: 'Every 30 s',
			tone: 'caution',
			short: 'Changes arrive within 30 seconds, not at once.'
		};
	const { connectedCount } = sync;
	const devices =
		connectedCount === 0
			? 'No device is connected.'
			: `${words.count(connectedCount, 'device')} connected.`;
	return { ...row, sentence: joined([devices, heard]), tag: 'Live', tone: 'positive' };
}

function storageRow(status: StatusAnswer, now: number, words: StatusWords): StatusRow {
	const { freeBytes, databaseBytes, checkedAt } = status.storage;
	const size = databaseBytes === null ? '' : `, ${words.bytes(databaseBytes)},`;
	const sentence = joined([
		status.ready ? '' : 'The server cannot write. What you do is kept on your device until it can.',
		freeBytes === null ? 'How much is free is not known.' : `${words.bytes(freeBytes)} free.`,
		`The database${size} was checked at the start, ${words.dayAndTime(checkedAt, now)}.`
	]);
	return { icon: 'database', title: 'Storage', sentence, ...storageVerdict(status) };
}

function storageVerdict({ ready, degraded, storage }: StatusAnswer): Verdict {
	if (!ready) return { tag: 'Cannot write', tone: 'critical', short: 'The server cannot write.' };
	if (degraded.includes('disk'))
		return { tag: 'Low', tone: 'critical', short: 'The server’s disk is almost full.' };
	if (storage.freeBytes === null) return { tag: 'Unknown', tone: 'plain' };
	return { tag: 'Fine', tone: 'positive' };
}

/** Rows that were true once: what they say stands there, and nothing is claimed of now. */
export const asItWas = (rows: readonly StatusRow[]): StatusRow[] =>
	rows.map(({ icon, title, sentence, tag }) => ({ icon, title, sentence, tag, tone: 'plain' }));

export interface Summary {
	readonly title: string;
	/** '' when there is no more to say. */
	readonly detail: string;
	readonly tone: Exclude<Tone, 'sample'>;
}

/** What stands on top, of all rows. */
export function summaryOf(rows: readonly StatusRow[]): Summary {
	const shortsOf = (tone: Tone) =>
		rows.flatMap((row) => (row.tone === tone ? [row.short ?? row.title] : []));
	const needs = shortsOf('critical');
	if (needs.length > 0)
		return { title: 'Something needs you.', detail: joined(needs), tone: 'critical' };
	const off = shortsOf('caution');
	if (off.length === 0) return { title: 'All working.', detail: '', tone: 'positive' };
	const things = off.length === 1 ? 'One thing is off.' : `${off.length} things are off.`;
	return { title: `All working. ${things}`, detail: joined(off), tone: 'caution' };
}

const joined = (sentences: readonly string[]): string => sentences.filter(Boolean).join(' ');

/** "memory, Redis and SQLite" */
const listOf = (parts: readonly string[]): string =>
	parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : parts.join('');
