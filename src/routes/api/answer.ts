import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import {
	errorBody,
	errorBodySchema,
	issueToSentence,
	type ErrorBody,
	type ErrorCode
} from '#lib/protocol/error.ts';
import { app } from '#lib/server/app.ts';

const STATUS_BY_CODE: Readonly<Record<ErrorCode, number>> = {
	invalid: 400,
	unauthenticated: 401,
	forbidden: 403,
	invite_only: 403,
	not_found: 404,
	limit: 409,
	list_gone: 410,
	used: 410,
	expired: 410,
	too_large: 413,
	upgrade_required: 426,
	rate_limited: 429,
	internal: 500,
	server_too_old: 501,
	busy: 503,
	unavailable: 503
};

/** The one shape of every error, with the status that belongs to its code. */
export function refuse(code: ErrorCode, message: string, retryAfterMs?: number): Response {
	return refuseWith(errorBody(code, message, retryAfterMs));
}

/** The same for an error that a service has made. */
export function refuseWith(body: ErrorBody): Response {
	const { code, retryAfterMs } = body.error;
	const headers: Record<string, string> = {};
	if (retryAfterMs !== undefined) headers['Retry-After'] = String(Math.ceil(retryAfterMs / 1_000));
	return Response.json(body, { status: STATUS_BY_CODE[code], headers });
}

/** The body as a schema wants it, or the refusal to answer with. */
export async function readBody<const S extends v.GenericSchema>(
	{ request, locals }: RequestEvent,
	schema: S
): Promise<{ body: v.InferOutput<S> } | Response> {
	const read = await readJson(request);
	if (read instanceof Response) return read;
	// A body can take its time, and the device may have been signed out since the hook looked.
	if (locals.session && !app().people.isAlive(locals.session.id))
		return refuse('unauthenticated', 'This device is signed out.');
	const parsed = v.safeParse(schema, read.json);
	return parsed.success
		? { body: parsed.output }
		: refuse('invalid', issueToSentence(parsed.issues[0]));
}

async function readJson(request: Request): Promise<{ json: unknown } | Response> {
	try {
		return { json: await request.json() };
	} catch (problem) {
		// Kit's limit ends the stream with an error that carries the status.
		const isTooLarge = problem instanceof Error && 'status' in problem && problem.status === 413;
		if (isTooLarge) return refuse('too_large', 'The body is larger than this server takes.');
		return refuse('invalid', 'The body is not JSON.');
	}
}

/** Gives an error that Kit answered by itself, as text or as a page, the shape of all the others. */
export async function withErrorShape(response: Response): Promise<Response> {
	const body: unknown = await response
		.clone()
		.json()
		.catch(() => null);
	if (v.is(errorBodySchema, body)) return response;
	const { status, headers } = response;
	const [code, message] = KIT_ERRORS[status] ?? KIT_ERRORS[status < 500 ? 400 : 500];
	const allow = headers.get('allow');
	return Response.json(errorBody(code, message), { status, headers: allow ? { allow } : {} });
}

const KIT_ERRORS: Readonly<Record<number, readonly [ErrorCode, string]>> & {
	readonly 400: readonly [ErrorCode, string];
	readonly 500: readonly [ErrorCode, string];
} = {
	400: ['invalid', 'The request cannot be understood.'],
	403: ['forbidden', 'Changes are taken from this app only.'],
	404: ['not_found', 'There is nothing at this address.'],
	405: ['invalid', 'This address does not take this method.'],
	413: ['too_large', 'The body is larger than this server takes.'],
	500: ['internal', 'Something went wrong on the server. Please try again.']
};
