/** Times, sizes and numbers of the status page, as people say them. */
export interface StatusWords {
	/** "today at 3:10 AM", "yesterday at 3:10 AM", "Nov 18 at 3:10 AM"; both in wall-clock ms */
	dayAndTime(at: number, now: number): string;
	/** "today", "yesterday", "on Nov 18" */
	day(at: number, now: number): string;
	/** "under a minute", "3 min", "5 h", "3 days" */
	age(ms: number): string;
	/** "under a second", "2 seconds", "3 minutes" */
	duration(ms: number): string;
	/** "4.2 MB" */
	bytes(count: number): string;
	/** "5,000" */
	number(amount: number): string;
	/** "1 list", "4 lists" */
	count(count: number, noun: string): string;
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** A figure and its unit stay on one line. */
const STUCK = '\u00a0';

/** By default in the reader's own language for figures, and in their time zone. */
export function createStatusWords(locale?: string, timeZone?: string): StatusWords {
	const zone = timeZone === undefined ? {} : { timeZone };
	const times = new Intl.DateTimeFormat(locale, { timeStyle: 'short', ...zone });
	const days = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', ...zone });
	const farDays = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', ...zone });
	/** "2026-11-18": the same for two moments of one day, and begins with the year. */
	const calendar = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', ...zone });
	const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
	const tenths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

	const count = (amount: number, noun: string): string =>
		`${whole.format(amount)} ${noun}${amount === 1 ? '' : 's'}`;

	/** null where it has to be named. */
	function nearDay(at: number, now: number): string | null {
		const day = calendar.format(at);
		if (day === calendar.format(now)) return 'today';
		return day === calendar.format(now - DAY_MS) ? 'yesterday' : null;
	}

	function namedDay(at: number, now: number): string {
		const isThisYear = calendar.format(at).slice(0, 4) === calendar.format(now).slice(0, 4);
		return (isThisYear ? days : farDays).format(at);
	}

	return {
		dayAndTime: (at, now) => `${nearDay(at, now) ?? namedDay(at, now)} at ${times.format(at)}`,
		day: (at, now) => nearDay(at, now) ?? `on ${namedDay(at, now)}`,
		age(ms) {
			if (ms < MINUTE_MS) return 'under a minute';
			if (ms < HOUR_MS) return `${whole.format(Math.floor(ms / MINUTE_MS))}${STUCK}min`;
			if (ms < DAY_MS) return `${whole.format(Math.floor(ms / HOUR_MS))}${STUCK}h`;
			return count(Math.floor(ms / DAY_MS), 'day');
		},
		duration(ms) {
			if (ms < SECOND_MS) return 'under a second';
			const seconds = Math.round(ms / SECOND_MS);
			return seconds < 100 ? count(seconds, 'second') : count(Math.round(seconds / 60), 'minute');
		},
		bytes(amount) {
			const [unit, size] = SIZES.find(([, least]) => amount >= least) ?? SMALLEST;
			const figure = amount / size;
			return `${(figure < 10 ? tenths : whole).format(figure)}${STUCK}${unit}`;
		},
		number: (amount) => whole.format(amount),
		count
	};
}

const SMALLEST = ['kB', 1e3] as const;
const SIZES = [['TB', 1e12], ['GB', 1e9], ['MB', 1e6], SMALLEST] as const;
