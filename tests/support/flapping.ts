import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { randomFrom } from '../sync/random.ts';
import type { BadLine } from './bad-line.ts';
import { expect, type Device } from './browser.ts';
import { together } from './household.ts';
import { SHARED_THINGS, PageShopper } from './page-shopper.ts';

/** As the fixtures of `bad-household.ts` give them. */
interface Phones {
	readonly page: Page;
	readonly device: Device;
	readonly ben: Device;
	readonly annsLine: BadLine;
	readonly bensLine: BadLine;
}

/** Longer than the longest wait between two attempts. */
const HEALED_WITHIN_MS = 90_000;

/**
 * Two people edit a list while the network of each comes and goes, and in the end both have everything, each thing
 * once, without a page that was loaded anew.
 * @param seed decides who does what when, and what becomes of the network
 */
export async function editWhileFlapping(
	{ page, device, ben, annsLine, bensLine }: Phones,
	seed: number,
	forMs: number
): Promise<void> {
	const { ann, bens } = await together(page, ben, SHARED_THINGS);
	const loads: string[] = [];
	for (const list of [ann, bens]) list.page.on('load', () => loads.push(list.page.url()));
	let actors = 0;
	const random = () => randomFrom(seed * 10 + actors++);
	const shoppers = [new PageShopper(ann, 'A', random()), new PageShopper(bens, 'B', random())];
	const until = performance.now() + forMs;
	await Promise.all([
		flap(device, annsLine, until, random()),
		flap(ben, bensLine, until, random()),
		...shoppers.map((shopper) => shopper.editUntil(until))
	]);
	await PageShopper.expectAll([ann, bens], shoppers, HEALED_WITHIN_MS);
	for (const list of [ann, bens]) await list.isUpToDate(HEALED_WITHIN_MS);
	expect(loads, 'pages that were loaded anew').toEqual([]);
}

/** So far from the server that many an answer is on its way when the network goes, to an edit that counts already. */
const GOOD = { latencyMs: 100 };

/** How a network goes away, and how it comes back. */
type Way = (device: Device, line: BadLine) => Promise<() => unknown>;

const WAYS: readonly Way[] = [
	/** The device itself knows, as in airplane mode. */
	async ({ context }) => {
		await context.setOffline(true);
		return () => context.setOffline(false);
	},
	/** What was open is cut, and nothing new gets through. */
	async (_device, line) => {
		line.change({ ...GOOD, isClosed: true });
		line.cut();
		return () => line.change(GOOD);
	},
	/** Nobody is told. */
	async (_device, line) => {
		line.change({ ...GOOD, isSilent: true });
		return () => line.change(GOOD);
	}
];

/**
 * Takes a device's network away and gives it back, each for 300 to 700 ms; in the end it is there.
 * @param until as `performance.now()` counts
 * @param random at least 0 and less than 1; decides for how long and in which way
 */
async function flap(
	device: Device,
	line: BadLine,
	until: number,
	random: () => number
): Promise<void> {
	line.change(GOOD);
	while (performance.now() < until) {
		const goAway = WAYS[Math.floor(random() * WAYS.length)] as Way;
		const comeBack = await goAway(device, line);
		await pause(300 + 400 * random());
		await comeBack();
		await pause(300 + 400 * random());
	}
}
