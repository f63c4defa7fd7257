import type { RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { headerProblem, VERSION_HEADER } from '#lib/protocol/client-version.ts';
import { app } from '#lib/server/app.ts';
import { refuse, refuseWith, withErrorShape } from './routes/api/answer.ts';
import { tokenOf } from './routes/api/signed-in.ts';

const READING_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
/** What a device without a session may ask: prices, and how to get a session. */
const PUBLIC = new Set([
	'GET /api/walmart/prices',
	'GET /api/walmart/products',
	'GET /api/walmart/products/[id]',
	'GET /api/walmart/products/[id]/history',
	'POST /api/session',
	'POST /api/invites/redeem',
	'POST /api/pairings/redeem'
]);

/** Kit checks where a form comes from, but not where JSON does; and it answers errors as text or pages. */
export const handle: Handle = async ({ event, resolve }) => {
	const { request, url } = event;
	if (!READING_METHODS.has(request.method) && !isFromOwnPage(request.headers)) {
		return refuse(
			'forbidden',
			'Changes are taken from this app only. A script sends "Origin" with the address of this server.'
		);
	}
	if (!url.pathname.startsWith('/api/')) return resolve(event);
	event.locals.session = app().people.find(tokenOf(event));
	const refusal = admit(event);
	if (refusal) return refusal;
	const response = await resolve(event);
	if (event.locals.isUnwritable) return refuse('busy', UNWRITABLE);
	const answer = response.status >= 400 ? await withErrorShape(response) : response;
	// What one person is told is nobody else's; what is for everybody says so itself.
	if (!answer.headers.has('cache-control')) answer.headers.set('cache-control', 'no-store');
	return answer;
};

/** Browsers say themselves where a request comes from; the older ones, and those on plain http, by Origin. */
function isFromOwnPage(headers: Headers): boolean {
	const site = headers.get('sec-fetch-site');
	if (site !== null) return site === 'same-origin' || site === 'none';
	return app().isOwnOrigin(headers.get('origin'), headers.get('host'));
}

/** @returns why this client or its device may not ask this now, or null */
function admit(event: RequestEvent): Response | null {
	const problem = headerProblem(event.request.headers.get(VERSION_HEADER));
	if (problem) return refuseWith(problem);
	const { session } = event.locals;
	const route = event.route.id ?? event.url.pathname;
	const isPublic = PUBLIC.has(
		`${event.request.method === 'HEAD' ? 'GET' : event.request.method} ${route}`
	);
	if (!session && !isPublic)
		return refuse('unauthenticated', 'This device is not signed in to this server.');
	const { rates } = app();
	const retryAfterMs = session
		? rates[route === '/api/sync' ? 'sync' : 'api'].take(session.id)
		: rates.anonymous.take(event.getClientAddress());
	return retryAfterMs > 0 ? refuse('rate_limited', TOO_FAST, retryAfterMs) : null;
}

const TOO_FAST = 'Too many requests came from here. The next one is answered in a moment.';
const UNWRITABLE = 'The server cannot write just now. Try again in a few minutes.';

/** What happened goes to the log, under the id that the answer carries too; the visitor gets a sentence. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
	if (kind !== 'unknown') return;
	const requestId = event.request.headers.get('x-request-id');
	if (app().isRetryable(error)) {
		// Nobody's mistake: the disk is full, or somebody else holds the database.
		app().log.warn({ err: error, requestId, route: event.route.id }, 'nothing could be written');
		event.locals.isUnwritable = true;
		return;
	}
	app().log.error({ err: error, requestId, route: event.route.id }, 'a request failed');
	return { message: 'Something went wrong on the server. Please try again.' };
};
