/**
 * The version of everything that crosses the wire. A changed schema needs a new number and a line here; the
 * server understands the previous one too.
 *
 * 1: prices over the socket; the shape of mutations in the outbox.
 * 2: lists travel: the sync request and its answer, and the poke.
 * 3: after a restore a device offers what it held (`salvage`); taking back is bound to what is still one's own.
 *    Its server may be asked for its status.
 * 4: what the household paid and picked (`ownPrices`, `choices`), and a list's budget, tax and store.
 *    The last client of 3 was built by commit e6ce2b3.
 */
export const PROTOCOL_VERSION = 4;

/** The oldest that the server still speaks: before it there was nothing to sync. */
export const OLDEST_PROTOCOL_VERSION = 2;
