// How long what was deleted is kept beyond the trash, in ms.

const DAY_MS = 24 * 3_600_000;

/** A tombstone is kept for devices that have not heard of it, longer than any backup that may be restored. */
export const TOMBSTONE_MS = 180 * DAY_MS;
/** A device that was not seen for so long is forgotten, as its session is. */
export const CLIENT_MS = 400 * DAY_MS;
