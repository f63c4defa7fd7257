import { redirect } from '@sveltejs/kit';
import { openAppOrExplain } from './open-app.ts';

// The shell that the service worker keeps: with it every address opens offline.
export const prerender = true;

/** Opens the list that was open last, or a first one; runs on the device only. */
export async function load(): Promise<never> {
	const app = await openAppOrExplain();
	redirect(307, `/lists/${await app.firstList()}`);
}
