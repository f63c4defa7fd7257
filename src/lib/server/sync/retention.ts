// How long what was deleted is kept, in ms.

const DAY_MS = 24 * 3_600_000;

/** What was deleted can be restored for so long: lists in the bin, items in the trash. */
export const TRASH_MS = 30 * DAY_MS;
/** A tombstone is kept for devices that have not heard of it, longer than any backup that may be restored. */
export const TOMBSTONE_MS = 180 * DAY_MS;
/** A device that was not seen for so long is forgotten, as its session is. */
export const CLIENT_MS = 400 * DAY_MS;
