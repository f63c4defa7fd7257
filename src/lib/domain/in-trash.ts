/** How long what was deleted can be brought back: 30 days, in ms. */
export const TRASH_MS = 30 * 24 * 3_600_000;

/** Whether an item lies in the trash, or a list in the bin: deleted, and not for so long that it is gone for good. */
export const isInTrash = (row: { readonly deletedAt: number | null }, now: number): boolean =>
	row.deletedAt !== null && now - row.deletedAt <= TRASH_MS;
