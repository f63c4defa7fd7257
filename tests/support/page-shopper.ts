import { expect } from '@playwright/test';
import type { ListPage } from './list-page.ts';

/** All shoppers tap "one more" here: each tap counts. */
const COUNTED = 'Thing to count';
/** All tick and untick it: what it comes to is anybody's guess, and the same for all. */
const CONTESTED = 'Thing to tick';
/** All add it, and none waits for the others: it is there once, with whatever amount. */
const ADDED_BY_ALL = 'Thing of all';

/** What has to be on the list before anybody begins, as it is typed. */
export const SHARED_THINGS = `"${COUNTED}", "${CONTESTED}"`;

/** Somebody who edits a list at random, as fast as the screen lets them, and knows what has to come of it. */
export class PageShopper {
	readonly #list: ListPage;
	readonly #initial: string;
	readonly #random: () => number;
	/** What nobody else touches: its name, and whether it is ticked. */
	readonly #own = new Map<string, boolean>();
	#named = 0;
	/** How often this one tapped "one more". */
	#taps = 0;
	#hasAddedForAll = false;

	/**
	 * @param initial marks what is this shopper's
	 * @param random at least 0 and less than 1
	 */
	constructor(list: ListPage, initial: string, random: () => number) {
		this.#list = list;
		this.#initial = initial;
		this.#random = random;
	}

	/** @param until as `performance.now()` counts */
	async editUntil(until: number): Promise<void> {
		while (performance.now() < until) await this.#edit();
	}

	#edit(): Promise<void> {
		const names = [...this.#own.keys()];
		const name = names[this.#pick(names.length)];
		const kind = this.#pick(9);
		if (kind === 0) return this.#addForAll();
		if (kind === 1) return this.#list.tick(CONTESTED).click();
		if (kind === 2) return this.#tapOneMore();
		if (name === undefined || kind < 5) return this.#add();
		if (kind === 5) return this.#delete(name);
		return kind === 6 ? this.#rename(name) : this.#tick(name);
	}

	async #addForAll(): Promise<void> {
		await this.#list.add(`"${ADDED_BY_ALL}"`);
		this.#hasAddedForAll = true;
	}

	/** Several in a row, so that some are on their way whenever the network goes. */
	async #tapOneMore(): Promise<void> {
		for (let left = 1 + this.#pick(5); left > 0; left--) {
			await this.#list.oneMore(COUNTED);
			this.#taps++;
		}
	}

	async #add(): Promise<void> {
		const name = this.#newName();
		await this.#list.add(`"${name}"`);
		await expect(this.#list.tick(name)).toBeVisible();
		this.#own.set(name, false);
	}

	async #delete(name: string): Promise<void> {
		await this.#list.choose(name, 'Delete');
		this.#own.delete(name);
	}

	async #rename(name: string): Promise<void> {
		const to = this.#newName();
		await this.#list.rename(name, to);
		this.#own.set(to, this.#own.get(name) ?? false);
		this.#own.delete(name);
	}

	async #tick(name: string): Promise<void> {
		const isTicked = !this.#own.get(name);
		await this.#list.tick(name).setChecked(isTicked);
		this.#own.set(name, isTicked);
	}

	#newName(): string {
		return `Thing ${this.#initial}${++this.#named}`;
	}

	#pick(below: number): number {
		return Math.floor(this.#random() * below);
	}

	/** Resolves when every list shows what all have done, each thing once and nothing else, and the same on each. */
	static async expectAll(
		lists: readonly ListPage[],
		shoppers: readonly PageShopper[],
		timeout: number
	): Promise<void> {
		const expected = PageShopper.#rowsOf(shoppers);
		for (const list of lists) await expect.poll(() => list.shown(), { timeout }).toEqual(expected);
		const [first, ...others] = lists;
		for (const other of others) {
			const differing = async () => {
				const rows = await first?.shown();
				return (await other.shown()).filter((row) => !rows?.includes(row));
			};
			await expect.poll(differing, { timeout }).toEqual([]);
		}
	}

	/** As `ListPage.shown` gives them; what cannot be known is a pattern. */
	static #rowsOf(shoppers: readonly PageShopper[]): unknown[] {
		const own = shoppers.flatMap((shopper) => [...shopper.#own]);
		const taps = shoppers.reduce((sum, shopper) => sum + shopper.#taps, 0);
		const rows = new Map<string, unknown>(
			own.map(([name, isTicked]) => [name, `${name}, no price, ${isTicked}`])
		);
		rows.set(COUNTED, `${COUNTED}, ${taps === 0 ? '' : `${taps + 1}, `}no price, false`);
		const isAdded = shoppers.some((shopper) => shopper.#hasAddedForAll);
		for (const name of [CONTESTED, ...(isAdded ? [ADDED_BY_ALL] : [])])
			rows.set(name, expect.stringMatching(`^${name},`));
		const byName = ([a]: [string, unknown], [b]: [string, unknown]) => (`${a},` < `${b},` ? -1 : 1);
		return [...rows].sort(byName).map(([, row]) => row);
	}
}
