/**
 * Parts of the page that nobody sees before the first touch or key. They are fetched at that touch, not with the
 * page, and so they are there when they are asked for, also if the network goes away in between.
 */
export const loadPanels = () => import('./panels/Panels.svelte');
export const loadSheet = () => import('./sheet/OpenSheet.svelte');
export const loadPreview = () => import('./add/Preview.svelte');
