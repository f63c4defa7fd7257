import * as v from 'valibot';
import { errorBody, type ErrorBody } from './error.ts';
import { OLDEST_PROTOCOL_VERSION, PROTOCOL_VERSION } from './version.ts';

// Every request of the app says which version of the protocol it speaks, so that a client and a server that do not
// understand each other say so, in place of a misunderstanding. A sync request has it in its body.

/** Carries the number in the app's HTTP requests. A script may leave it out. */
export const VERSION_HEADER = 'x-protocol-version';

/** The last version whose clients did not say theirs when they opened a socket. */
const LAST_SILENT_VERSION = 2;

const versionSchema = v.pipe(v.number(), v.safeInteger());

/** What a client says of itself when it opens the socket. */
export const handshakeSchema = v.object({ v: v.optional(versionSchema, LAST_SILENT_VERSION) });
export type Handshake = v.InferInput<typeof handshakeSchema>;

/** Why this server does not take a client of that version; null when it does. */
export function versionProblem(version: number): ErrorBody | null {
	if (version > PROTOCOL_VERSION)
		return errorBody('server_too_old', 'This app is newer than its server, which needs an update.');
	if (version < OLDEST_PROTOCOL_VERSION)
		return errorBody(
			'upgrade_required',
			'This app is too old for its server. Reload to update it.'
		);
	return null;
}

/** @param header what stands in `VERSION_HEADER`; null where it is left out */
export function headerProblem(header: string | null): ErrorBody | null {
	if (header === null) return null;
	if (!/^\d{1,9}$/.test(header))
		return errorBody('invalid', `The header "${VERSION_HEADER}" must be a whole number.`);
	return versionProblem(Number(header));
}

export function handshakeProblem(handshake: unknown): ErrorBody | null {
	const parsed = v.safeParse(handshakeSchema, handshake);
	if (!parsed.success)
		return errorBody('invalid', 'The version in the handshake must be a whole number.');
	return versionProblem(parsed.output.v);
}
