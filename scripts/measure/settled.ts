import type { ListPage } from '../../tests/support/list-page.ts';
import type { Found } from './row.ts';
import { faultsOn, isSoInTime, type Done, type Faults } from './screen.ts';

/** What became of edits after trouble. */
export interface Settled extends Faults {
	/** Rows that a screen showed only when it was loaded anew. */
	readonly late: number;
	/** Until every screen had everything; infinite where one needed a reload, or lost something. */
	readonly seconds: number;
}

/**
 * Waits until everything done is on these screens, with a reload where that does not come by itself.
 * @param since from when the seconds count, as `performance.now()` tells time
 */
export async function settle(
	lists: readonly ListPage[],
	done: Done,
	since: number
): Promise<Settled> {
	const isComplete = async () => (await faultsOn(lists, done)).lost === 0;
	if (await isSoInTime(isComplete)) {
		const seconds = (performance.now() - since) / 1_000;
		return { ...(await faultsOn(lists, done)), late: 0, seconds };
	}
	const before = await faultsOn(lists, done);
	await Promise.all(lists.map(({ page }) => page.reload()));
	await isSoInTime(isComplete);
	const after = await faultsOn(lists, done);
	return { ...after, late: before.lost - after.lost, seconds: Infinity };
}

/** All of it together: everything lost, and the longest anybody waited. */
export function addSettled(all: readonly Settled[]): Settled {
	const sum = (of: Exclude<keyof Settled, 'seconds'>) =>
		all.reduce((total, one) => total + one[of], 0);
	return {
		lost: sum('lost'),
		doubled: sum('doubled'),
		late: sum('late'),
		seconds: Math.max(...all.map(({ seconds }) => seconds))
	};
}

export function settledToFound(settled: Settled, goalSeconds: number): Found {
	const { lost, doubled, late, seconds } = settled;
	const isAllThere = lost + doubled + late === 0;
	return { ours: settledToWords(settled), isMet: isAllThere && seconds < goalSeconds };
}

export function settledToWords({ lost, doubled, late, seconds }: Settled): string {
	const when = Number.isFinite(seconds)
		? `complete in ${seconds.toFixed(1)} s`
		: `${late} only after a reload`;
	return `${lost} lost, ${doubled} doubled, ${when}`;
}
