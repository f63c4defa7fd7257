import * as v from 'valibot';
import { VERSION_HEADER } from '#lib/protocol/client-version.ts';
import { errorBody, errorBodySchema, type ErrorBody } from '#lib/protocol/error.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';

/** Stands in every request of this app. */
export const VERSION_HEADERS = { [VERSION_HEADER]: String(PROTOCOL_VERSION) };

/** How long an answer may take before the request counts as lost. */
const ANSWER_MS = 10_000;

/**
 * Asks the server over HTTP.
 * @param schema what a good answer looks like; `v.undefined()` where there is none
 * @returns the answer, or the error it gave, or null when nobody answered; it never rejects
 */
export async function ask<const S extends v.GenericSchema>(
	method: 'GET' | 'POST' | 'DELETE',
	path: string,
	schema: S,
	body?: unknown
): Promise<v.InferInput<S> | ErrorBody | null> {
	try {
		const response = await fetch(path, {
			method,
			signal: AbortSignal.timeout(ANSWER_MS),
			headers: {
				...VERSION_HEADERS,
				...(body !== undefined && { 'Content-Type': 'application/json' })
			},
			...(body !== undefined && { body: JSON.stringify(body) })
		});
		return readAnswer(schema, await jsonOf(response));
	} catch {
		return null; // no network, no server, or not in time
	}
}

/** The same for what cannot be done without the server. @throws Error with a sentence for people */
export async function demand<const S extends v.GenericSchema>(
	method: 'GET' | 'POST' | 'DELETE',
	path: string,
	schema: S,
	body?: unknown
): Promise<v.InferInput<S>> {
	const answer = await ask(method, path, schema, body);
	if (answer === null) throw new Error('The server cannot be reached, and this needs it.');
	if (v.is(errorBodySchema, answer)) throw new Error(answer.error.message);
	return answer;
}

/** What came, if it looks as it should; whatever else it is, it is not our server that speaks. */
export function readAnswer<const S extends v.GenericSchema>(
	schema: S,
	answer: unknown
): v.InferInput<S> | ErrorBody {
	if (v.is(schema, answer) || v.is(errorBodySchema, answer)) return answer;
	return errorBody('unavailable', 'The server gave an answer that makes no sense.');
}

/** A proxy's page is no JSON, and the network may fail in the middle of an answer too. */
async function jsonOf(response: Response): Promise<unknown> {
	const text = await response.text();
	try {
		return text === '' ? undefined : JSON.parse(text);
	} catch {
		return text;
	}
}
