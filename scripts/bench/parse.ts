import { parse } from '#lib/domain/quick-add.ts';
import type { Bench } from './bench.ts';
import { quantile } from './timing.ts';

const LINES = [
	'milk',
	'2 gallons milk and a dozen eggs',
	'add milk and a dozen eggs, 2 lbs ground beef',
	'we are out of coffee, also get paper towels and dish soap please',
	'take the bananas off the list',
	'make that three cans of black beans instead of two',
	'1 1/2 cups brown sugar (packed)',
	'half a pound of thinly sliced turkey, the good one',
	'salt and pepper chips, mac and cheese, half and half',
	'4x yogurt 150g, 2 x 1.5 l sparkling water',
	'yogurt yogurt yogurt and uh a couple of avocados',
	'don’t forget 🥑 and 6 limes for Saturday',
	'1 (14 oz) can cherry tomatoes, such as datterini or san marzano, drained and torn',
	'do we have any cumin? if not, put it on the list, and swap the paprika for smoked paprika',
	'need flour sugar baking powder and a 2 lb bag of rice, oh and take the oats off'
];
const ROUNDS = 200;
const WARM_UP_ROUNDS = 100;
/** The best of so many is taken, so that another program's turn on the processor does not count as ours. */
const TRIES = 3;

/** The time of the slowest line in a hundred. */
export const parseLine: Bench = {
	name: 'parse',
	unit: 'ms',
	target: 2_000,
	bar: 1,
	barOf: 'ours',
	measure: () => {
		const samples: number[] = [];
		for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round += 1) {
			for (const line of LINES) {
				const took = Math.min(...Array.from({ length: TRIES }, () => timeOf(line)));
				if (round >= WARM_UP_ROUNDS) samples.push(took);
			}
		}
		return Promise.resolve({ ours: quantile(samples, 0.99), limit: null });
	}
};

function timeOf(line: string): number {
	const startedAt = performance.now();
	parse(line);
	return performance.now() - startedAt;
}
