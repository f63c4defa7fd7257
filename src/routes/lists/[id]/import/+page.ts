import { redirect } from '@sveltejs/kit';
import { keepForImport } from '#lib/client/import-inbox.ts';
import { ImportScreen } from '#lib/client/import-screen.svelte.ts';
import { openAppOrExplain } from '../../../open-app.ts';
import type { PageLoad } from './$types';

/** In the place of a list's id: the one that was open last. The manifest sends here what other apps share. */
const LAST = 'last';

export const load: PageLoad = async ({ params, url: { searchParams } }) => {
	const app = await openAppOrExplain();
	if (params.id === LAST) {
		const listId = await app.firstList();
		// Some apps share a name or an address alone.
		const parts = ['text', 'title', 'url'].map((part) => searchParams.get(part)?.trim() ?? '');
		const text = parts.find((part) => part !== '');
		if (text !== undefined) await keepForImport(listId, text);
		redirect(307, `/lists/${listId}/import`);
	}
	const list = app.openList(params.id);
	return { app, list, screen: await ImportScreen.open(app, list) };
};
