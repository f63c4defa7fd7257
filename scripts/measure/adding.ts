import { withPhones, type Phone, type Phones } from './phones.ts';
import type { Found, Row } from './row.ts';
import { isShown, isSoInTime } from './screen.ts';

export const undoAfterReload: Row = {
	what: 'undo after a reload',
	goal: 'works',
	measure: () =>
		withPhones('milk, eggs', async ({ ann, ben }) => {
			await ann.list.choose('Milk', 'Delete');
			await ann.list.isUpToDate();
			await ann.list.page.reload();
			await isShown(ann.list.addBar);
			await ann.list.addBar.blur();
			await ann.list.page.keyboard.press('Control+z');
			const isBack = await isOnBoth({ ann, ben }, ({ list }) => list.tick('Milk').isVisible());
			return verdict(isBack, 'works', 'what was deleted stays deleted');
		})
};

export const invisibleNames: Row = {
	what: 'names of invisible characters',
	goal: 'refused in words',
	measure: () =>
		withPhones('milk', async ({ ann, ben }) => {
			await ann.list.addBar.fill('\u200B\u2060\u3164\u2800\uFEFF');
			await ann.list.addBar.press('Enter');
			const words = ann.list.page.getByText('There is nothing to read here.').first();
			const isSaid = await isShown(words);
			const isAlone = await isOnBoth({ ann, ben }, hasRows(1));
			return verdict(isSaid && isAlone, 'refused in words', 'stored, or refused in silence');
		})
};

export const milkTwice: Row = {
	what: '"milk" twice',
	goal: 'one row',
	measure: () =>
		withPhones('eggs', async ({ ann, ben }) => {
			await ann.list.add('milk');
			await isShown(ann.list.tick('Milk'));
			await ann.list.add('milk');
			const isOne = await isOnBoth({ ann, ben }, async ({ list }) =>
				/^Milk, 2\b/.test((await list.tick('Milk').getAttribute('aria-label')) ?? '')
			);
			const isAlone = await isOnBoth({ ann, ben }, hasRows(2));
			return verdict(isOne && isAlone, 'one row, of 2', 'two rows');
		})
};

export const tickedAgain: Row = {
	what: 'ticked "eggs" added again',
	goal: 'comes back',
	measure: () =>
		withPhones('eggs', async ({ ann, ben }) => {
			await ann.list.tick('Eggs').check();
			await ann.list.isUpToDate();
			await ann.list.add('eggs');
			const isBack = await isOnBoth(
				{ ann, ben },
				async ({ list }) => !(await list.tick('Eggs').isChecked())
			);
			const isAlone = await isOnBoth({ ann, ben }, hasRows(1));
			return verdict(isBack && isAlone, 'comes back', 'two rows, or still ticked');
		})
};

const hasRows =
	(count: number) =>
	async ({ list }: Phone): Promise<boolean> =>
		(await list.ticks.count()) === count;

/** Whether it comes to be so on either screen. */
async function isOnBoth(
	{ ann, ben }: Pick<Phones, 'ann' | 'ben'>,
	isSo: (phone: Phone) => Promise<boolean>
): Promise<boolean> {
	return (await isSoInTime(() => isSo(ann))) && (await isSoInTime(() => isSo(ben)));
}

const verdict = (isMet: boolean, good: string, bad: string): Found => ({
	ours: isMet ? good : bad,
	isMet
});
