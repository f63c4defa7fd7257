import { setTimeout as pause } from 'node:timers/promises';
import { test } from '../support/bad-household.ts';
import { expect } from '../support/browser.ts';
import { editWhileFlapping } from '../support/flapping.ts';
import { together } from '../support/household.ts';
import { recordTicks } from '../support/tick-record.ts';

const SEED = 4;

test(`two networks come and go while two people edit: nothing is lost or doubled (seed ${SEED})`, async ({
	page,
	device,
	ben,
	annsLine,
	bensLine
}) => {
	test.slow();
	await editWhileFlapping({ page, device, ben, annsLine, bensLine }, SEED, 10_000);
});

/** Twenty rows are ticked; then every fourth is taken out of the cart, and put in again. */
const TICKED = Array.from({ length: 20 }, (_, at) => `Thing ${at}`);
const TICKED_TWICE = TICKED.filter((_, at) => at % 4 === 0);
const TAPS = [...TICKED, ...TICKED_TWICE, ...TICKED_TWICE];
const TAP_EVERY_MS = 166;

test('thirty taps in five seconds on a line that is slow and loses much, beside somebody who edits: all count, and no tick flips back', async ({
	page,
	ben,
	annsLine
}) => {
	test.slow();
	const { ann, bens } = await together(page, ben, TICKED.map((name) => `"${name}"`).join(', '));
	const shown = await recordTicks(page);
	annsLine.change({ latencyMs: 2_000, lossPercent: 20 });
	let isTapping = true;
	const tap = async () => {
		const from = performance.now();
		for (const [at, name] of TAPS.entries()) {
			await pause(Math.max(0, from + at * TAP_EVERY_MS - performance.now()));
			await ann.tick(name).click();
		}
		isTapping = false;
	};
	const edit = async () => {
		for (let at = 0; isTapping; at = (at + 1) % TICKED.length) {
			await bens.oneMore(`Thing ${at}`);
			await bens.add(`"Other ${at}"`);
		}
	};
	await Promise.all([tap(), edit()]);
	await ann.isUpToDate(60_000);

	// Nothing but the taps, in their order.
	const once = TICKED.map((name) => [name, [false, true]]);
	const twice = TICKED_TWICE.map((name) => [name, [false, true, false, true]]);
	expect(await shown()).toMatchObject(Object.fromEntries([...once, ...twice]));
	for (const list of [ann, bens])
		for (const name of TICKED) await expect(list.tick(name)).toBeChecked();
	await expect.poll(() => ann.shown()).toEqual(await bens.shown());
});
