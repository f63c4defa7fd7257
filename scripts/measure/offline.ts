import { setOffline } from '../../tests/support/household.ts';
import { withPhones } from './phones.ts';
import type { Row } from './row.ts';
import { faultsOn, isShown, isSoInTime } from './screen.ts';
import { settle, settledToFound } from './settled.ts';

const THINGS = ['Milk', 'Eggs', 'Bread', 'Butter', 'Coffee'];
const ADDS = 15;
const EDITS = THINGS.length + ADDS;
const GOAL_S = 5;

export const editsOffline: Row = {
	what: `${EDITS} offline edits, reload offline, reconnect`,
	goal: 'all shown after the reload, 0 lost',
	measure: () =>
		withPhones(THINGS.join(', '), async ({ ann, ben }) => {
			await setOffline(true, ann.device);
			const names = [...THINGS];
			for (const thing of THINGS) await ann.list.tick(thing).check();
			for (let count = 1; count <= ADDS; count += 1) {
				names.push(`Ann${count}x`);
				await ann.list.addBar.fill(`Ann${count}x`);
				await ann.list.addBar.press('Enter');
			}
			const done = { names, ticked: new Set(THINGS) };
			await isShown(ann.list.tick(`Ann${ADDS}x`));
			await ann.list.page.reload();
			const isComplete = async () => (await faultsOn([ann.list], done)).lost === 0;
			await isSoInTime(isComplete, GOAL_S * 1_000);
			const missing = (await faultsOn([ann.list], done)).lost;
			await setOffline(false, ann.device);
			const settled = await settle([ann.list, ben.list], done, performance.now());
			const { ours, isMet } = settledToFound(settled, GOAL_S);
			return {
				ours: `${EDITS - missing} of ${EDITS} shown, ${ours}`,
				isMet: isMet && missing === 0
			};
		})
};

export const tickAndRename: Row = {
	what: 'one ticks offline, the other renames',
	goal: 'both kept',
	measure: () =>
		withPhones('milk', async ({ ann, ben }) => {
			await setOffline(true, ann.device);
			await ann.list.tick('Milk').check();
			await ben.list.rename('Milk', 'Oat milk');
			await setOffline(false, ann.device);
			const done = { names: ['Oat milk'], ticked: new Set(['Oat milk']) };
			const { lost } = await settle([ann.list, ben.list], done, performance.now());
			return lost === 0
				? { ours: 'both kept', isMet: true }
				: { ours: 'one of them is lost', isMet: false };
		})
};
