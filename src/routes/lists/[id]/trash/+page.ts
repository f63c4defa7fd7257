import { openAppOrExplain } from '../../../open-app.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params }) => {
	const app = await openAppOrExplain();
	return { app, list: app.openList(params.id), trash: await app.trash() };
};
