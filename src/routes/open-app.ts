import { error } from '@sveltejs/kit';
import { openApp, type App } from '#lib/client/app.svelte.ts';

/** What this device holds. Where the browser gives no storage, the error page says so in the store's own words. */
export async function openAppOrExplain(): Promise<App> {
	try {
		return await openApp();
	} catch (cause) {
		error(500, cause instanceof Error ? cause.message : 'This page could not be opened.');
	}
}
