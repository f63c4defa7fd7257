import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { app } from '#lib/server/app.ts';
import { refuse, withErrorShape } from './routes/api/answer.ts';

const READING_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Kit checks where a form comes from, but not where JSON does; and it answers errors as text or pages. */
export const handle: Handle = async ({ event, resolve }) => {
	const { request, url } = event;
	if (!READING_METHODS.has(request.method) && !isFromOwnPage(request.headers)) {
		return refuse(
			'forbidden',
			'Changes are taken from this app only. A script sends "Origin" with the address of this server.'
		);
	}
	const response = await resolve(event);
	const isApiError = response.status >= 400 && url.pathname.startsWith('/api/');
	return isApiError ? withErrorShape(response) : response;
};

/** Browsers say themselves where a request comes from; the older ones, and those on plain http, by Origin. */
function isFromOwnPage(headers: Headers): boolean {
	const site = headers.get('sec-fetch-site');
	if (site !== null) return site === 'same-origin' || site === 'none';
	return app().isOwnOrigin(headers.get('origin'), headers.get('host'));
}

/** What happened goes to the log, under the id that the answer carries too; the visitor gets a sentence. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
	if (kind !== 'unknown') return;
	const requestId = event.request.headers.get('x-request-id');
	app().log.error({ err: error, requestId, route: event.route.id }, 'a request failed');
	return { message: 'Something went wrong on the server. Please try again.' };
};
