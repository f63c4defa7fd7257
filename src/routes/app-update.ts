import { createContext } from 'svelte';
import type { AppUpdate } from '#lib/client/pwa.svelte.ts';

/** One registration for the whole page, made by the root layout. */
export const [useAppUpdate, provideAppUpdate] = createContext<AppUpdate>();
