import { openAppOrExplain } from '../open-app.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async () => {
	const app = await openAppOrExplain();
	return { app, trash: await app.trash() };
};
