import { withPhones, type Phone, type Phones } from './phones.ts';
import type { Row } from './row.ts';
import { pause } from './screen.ts';
import { addSettled, settle, settledToFound, settledToWords, type Settled } from './settled.ts';

const ROUNDS = 3;
const ADDS_EACH = 25;
/** The server goes when so many of Ann's are typed. */
const KILL_AT = 12;
/** As long as whatever watches over a service needs to start it again. */
const GONE_MS = 1_000;
const TYPING_MS = 120;
const GOAL_S = 5;

export const serverKilled: Row = {
	what: `server killed amid ${2 * ADDS_EACH} adds, ${ROUNDS} times`,
	goal: `0 lost, 0 doubled, no reload, ${GOAL_S} s`,
	async measure({ tell }) {
		const rounds: Settled[] = [];
		for (let round = 1; round <= ROUNDS; round += 1) {
			const settled = await withPhones('milk', killInTheMiddle);
			rounds.push(settled);
			tell(`kill ${round} of ${ROUNDS}: ${settledToWords(settled)}`);
		}
		return settledToFound(addSettled(rounds), GOAL_S);
	}
};

async function killInTheMiddle({ ann, ben, server, restart }: Phones): Promise<Settled> {
	const names: string[] = [];
	let killing = Promise.resolve();
	await Promise.all([
		add(ann, 'Ann', (count) => {
			if (count === KILL_AT) killing = killAndRestart();
		}),
		add(ben, 'Ben', () => undefined)
	]);
	await killing;
	// From here on the server is there and nobody types; whichever came last.
	return settle([ann.list, ben.list], { names, ticked: new Set() }, performance.now());

	async function add({ list }: Phone, who: string, onAdded: (count: number) => void) {
		for (let count = 1; count <= ADDS_EACH; count += 1) {
			const name = `${who}${count}x`;
			names.push(name);
			await list.addBar.fill(name);
			await list.addBar.press('Enter');
			onAdded(count);
			if (count < ADDS_EACH) await pause(TYPING_MS);
		}
	}

	async function killAndRestart() {
		await server.stop('SIGKILL');
		await pause(GONE_MS);
		await restart();
	}
}
