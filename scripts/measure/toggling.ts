import type { BadLine } from '../../tests/support/bad-line.ts';
import type { ListPage } from '../../tests/support/list-page.ts';
import { withPhonesOnLines, type Phone } from './phones.ts';
import type { Found, Row, Run } from './row.ts';
import { pause } from './screen.ts';
import { addSettled, settle, settledToFound, settledToWords, type Settled } from './settled.ts';

const GOAL_S = 5;
const DURATION_MS = 20_000;
const SHORTEST_MS = 300;
const LONGEST_MS = 700;
/** Between edits, from none to twice as long. */
const EDIT_EVERY_MS = 350;
const SHARE_OF_TICKS = 0.3;

/** Both walk through a supermarket where the signal comes and goes, and go on editing. */
export const connectionToggling: Row = {
	what: `connection toggling for ${DURATION_MS / 1_000} s while both edit`,
	goal: `0 lost, 0 doubled, equal in ${GOAL_S} s`,
	measure: (run) => measureToggling(run, { isTold: true })
};

/** The access point stays, and what is behind it comes and goes: a browser hears nothing of that. */
export const uplinkToggling: Row = {
	what: 'the same, and nobody tells the browsers',
	goal: connectionToggling.goal,
	measure: (run) => measureToggling(run, { isTold: false })
};

interface Kind {
	/** The browser notices, as it does of a phone's own radio. */
	readonly isTold: boolean;
}

async function measureToggling({ seeds, tell }: Run, kind: Kind): Promise<Found> {
	const all: Settled[] = [];
	let edits = 0;
	for (let seed = 1; seed <= seeds; seed += 1) {
		const { settled, count } = await editWhileToggling(seed, kind);
		all.push(settled);
		edits += count;
		tell(`seed ${seed} of ${seeds}, ${count} edits: ${settledToWords(settled)}`);
	}
	const { ours, isMet } = settledToFound(addSettled(all), GOAL_S);
	return { ours: `${ours}; ${edits} edits over ${seeds} seeds`, isMet };
}

function editWhileToggling(
	seed: number,
	{ isTold }: Kind
): Promise<{ settled: Settled; count: number }> {
	return withPhonesOnLines('milk', async ({ ann, ben }, lines) => {
		const names: string[] = [];
		const ticked = new Set<string>();
		const until = performance.now() + DURATION_MS;
		const endedAt = await Promise.all([
			toggle(ann, lines.ann, { isTold, until, random: randomOf(seed * 4) }),
			toggle(ben, lines.ben, { isTold, until, random: randomOf(seed * 4 + 1) }),
			edit(ann.list, 'Ann', randomOf(seed * 4 + 2)),
			edit(ben.list, 'Ben', randomOf(seed * 4 + 3))
		]);
		const settled = await settle([ann.list, ben.list], { names, ticked }, Math.max(...endedAt));
		return { settled, count: names.length + ticked.size };

		/** Everybody ticks what is their own: two who tick the same thing would untick it. @returns when it ended */
		async function edit(list: ListPage, who: string, random: () => number): Promise<number> {
			const own: string[] = [];
			for (let count = 1; ; count += 1) {
				const [name] = random() < SHARE_OF_TICKS ? own.splice(random() * own.length, 1) : [];
				if (name === undefined) {
					own.push(`${who}${count}x`);
					names.push(`${who}${count}x`);
					await list.addBar.fill(`${who}${count}x`);
					await list.addBar.press('Enter');
				} else {
					await list.tick(name).check();
					ticked.add(name);
				}
				const editedAt = performance.now();
				const restMs = random() * 2 * EDIT_EVERY_MS;
				if (editedAt + restMs >= until) return editedAt;
				await pause(restMs);
			}
		}
	});
}

interface Toggling extends Kind {
	readonly until: number;
	readonly random: () => number;
}

/** What is on its way is cut off each time. @returns when the connection came back for good */
async function toggle(
	{ device }: Phone,
	line: BadLine,
	{ isTold, until, random }: Toggling
): Promise<number> {
	const rest = () => pause(SHORTEST_MS + random() * (LONGEST_MS - SHORTEST_MS));
	for (;;) {
		line.change({ isClosed: true });
		line.cut();
		if (isTold) await device.context.setOffline(true);
		await rest();
		line.change({});
		if (isTold) await device.context.setOffline(false);
		const backAt = performance.now();
		if (backAt >= until) return backAt;
		await rest();
	}
}

/** Numbers of at least 0 and less than 1, the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
