import { MediaQuery } from 'svelte/reactivity';

/** Lists, list and detail side by side; the same 56.25em stands in the components' styles. */
export const wide = new MediaQuery('(min-width: 56.25em)');

/** A mouse: there is something to hover with, and focusing a field opens no keyboard on the screen. */
export const finePointer = new MediaQuery('(hover: hover) and (pointer: fine)');
