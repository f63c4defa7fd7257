import type { Locator } from '@playwright/test';
import type { ListPage } from '../../tests/support/list-page.ts';

/** What two people did, as both screens should show it in the end. */
export interface Done {
	/** Names that should each be on one row. */
	readonly names: readonly string[];
	/** Those of them that should be ticked. */
	readonly ticked: ReadonlySet<string>;
}

/** How screens differ from what was done, in rows. */
export interface Faults {
	/** Not there, or there without the tick that it was given. */
	readonly lost: number;
	readonly doubled: number;
}

/** Longer than anything takes that still works. */
const PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 50;

/** @returns the worst of the screens */
export async function faultsOn(lists: readonly ListPage[], done: Done): Promise<Faults> {
	const all = await Promise.all(lists.map(async (list) => faultsOf(await readRows(list), done)));
	return {
		lost: Math.max(...all.map(({ lost }) => lost)),
		doubled: Math.max(...all.map(({ doubled }) => doubled))
	};
}

interface ShownRow {
	readonly name: string;
	readonly isTicked: boolean;
}

function readRows({ ticks }: ListPage): Promise<ShownRow[]> {
	return ticks.evaluateAll((boxes) =>
		boxes.map((box) => ({
			// "Milk, 2 gallons, no price"
			name: box.getAttribute('aria-label')?.split(',')[0] ?? '',
			isTicked: (box as HTMLInputElement).checked
		}))
	);
}

function faultsOf(rows: readonly ShownRow[], { names, ticked }: Done): Faults {
	const named = new Map(names.map((name) => [name, rows.filter((row) => row.name === name)]));
	const isThere = ([name, found]: [string, ShownRow[]]) =>
		found.some(({ isTicked }) => isTicked || !ticked.has(name));
	const entries = [...named];
	return {
		lost: entries.filter((entry) => !isThere(entry)).length,
		doubled: entries.filter(([, found]) => found.length > 1).length
	};
}

/** Looks until it is so, or for as long as anybody would wait. @returns whether it came to be so */
export async function isSoInTime(
	isSo: () => boolean | Promise<boolean>,
	patienceMs = PATIENCE_MS
): Promise<boolean> {
	const startedAt = performance.now();
	while (performance.now() - startedAt < patienceMs) {
		if (await isSo()) return true;
		await pause(LOOK_EVERY_MS);
	}
	return false;
}

/** Whether it comes to stand on the screen. */
export async function isShown(locator: Locator): Promise<boolean> {
	return isSoInTime(() => locator.isVisible());
}

export const pause = (ms: number): Promise<void> =>
	new Promise((resolve) => setTimeout(resolve, ms));
