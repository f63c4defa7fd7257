/** Does its work this many times; a loop of its own, so that what is synchronous is not awaited. */
export type Work = (times: number) => void | Promise<void>;

const WARM_UP_ROUNDS = 3;

/** The time this process has spent on a processor, in ms: what others do on the machine is not in it. */
export function cpuMs(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1_000;
}

interface Rounds<Name extends string> {
	readonly rounds: number;
	readonly times: number;
	/** In ms; the wall's unless told. */
	readonly clock?: () => number;
	/** In the place of `clock`, where each work has its own. */
	readonly clocks?: Readonly<Record<Name, () => number>>;
}

/**
 * Times several works in turn, so that whatever else the machine does hits all of them alike.
 * @returns for each the median over the rounds, in ms for one time
 */
export async function timeInTurn<Name extends string>(
	works: Readonly<Record<Name, Work>>,
	{ rounds, times, clock = () => performance.now(), clocks }: Rounds<Name>
): Promise<Record<Name, number>> {
	const names = Object.keys(works) as Name[];
	const taken = new Map<Name, number[]>(names.map((name) => [name, []]));
	for (let round = 0; round < WARM_UP_ROUNDS + rounds; round += 1) {
		for (const name of names) {
			const read = clocks?.[name] ?? clock;
			const startedAt = read();
			await works[name](times);
			const each = (read() - startedAt) / times;
			if (round >= WARM_UP_ROUNDS) taken.get(name)?.push(each);
		}
	}
	return Object.fromEntries(
		[...taken].map(([name, samples]) => [name, quantile(samples, 0.5)])
	) as Record<Name, number>;
}

/** @param share 0.5 is the median, 0.99 what one in a hundred exceeds */
export function quantile(samples: readonly number[], share: number): number {
	const sorted = [...samples].sort((one, other) => one - other);
	const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
	if (value === undefined) throw new Error('There is nothing to take a quantile of.');
	return value;
}
