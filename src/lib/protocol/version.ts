/**
 * The version of everything that crosses the wire. A changed schema needs a new number and a line here; the
 * server understands the previous one too.
 *
 * 1: prices over the socket; the shape of mutations in the outbox.
 */
export const PROTOCOL_VERSION = 1;

/** The oldest that the server still speaks. */
export const OLDEST_PROTOCOL_VERSION = 1;
