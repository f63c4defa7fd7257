import { openAppOrExplain } from '../../open-app.ts';
import { loadItems, loadTotals } from './later-parts.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params }) => {
	const app = await openAppOrExplain();
	const list = app.openList(params.id);
	// With rows to show, what shows them is there before the page is: nothing comes in a second step.
	if (!list.isEmpty) await Promise.all([list.ready(), loadItems(), loadTotals()]);
	return { app, list };
};
