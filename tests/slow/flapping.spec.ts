import { test } from '../support/bad-household.ts';
import { editWhileFlapping } from '../support/flapping.ts';

const SEEDS = 20;
const FLAPPING_MS = 20_000;

for (let seed = 1; seed <= SEEDS; seed++) {
	test(`two networks come and go while two people edit: nothing is lost or doubled (seed ${seed})`, ({
		page,
		device,
		ben,
		annsLine,
		bensLine
	}) => editWhileFlapping({ page, device, ben, annsLine, bensLine }, seed, FLAPPING_MS));
}
