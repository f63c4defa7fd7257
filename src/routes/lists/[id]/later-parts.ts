/**
 * Parts of the page that an empty list shows to nobody before the first touch or key. They are fetched at that
 * touch, not with the page, and so they are there when they are asked for, also if the network goes away in between.
 */
export const loadItems = () => import('./items/Items.svelte');
export const loadTotals = () => import('./dock/Totals.svelte');
export const loadDraft = () => import('./sheet/item-draft.svelte.ts');
export const loadSnackbar = () => import('./Snackbar.svelte');
export const loadPanels = () => import('./panels/Panels.svelte');
export const loadSheet = () => import('./sheet/OpenSheet.svelte');
export const loadAvatars = () => import('./top-bar/Avatars.svelte');
export const loadShare = () => import('./share/ShareSheet.svelte');
export const loadPreview = () => import('./add/Preview.svelte');
