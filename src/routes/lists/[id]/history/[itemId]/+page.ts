import { openAppOrExplain } from '../../../../open-app.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params }) => {
	const app = await openAppOrExplain();
	const list = app.openList(params.id);
	await list.ready();
	return { app, list, row: list.rows?.row(params.itemId) ?? null };
};
