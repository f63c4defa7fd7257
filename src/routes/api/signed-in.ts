import type { RequestEvent } from '@sveltejs/kit';
import type { SessionAnswer } from '#lib/protocol/people.ts';
import { sessionCookie, tokenFromCookies } from '#lib/protocol/session-cookie.ts';
import { app, type Session } from '#lib/server/app.ts';

/** What endpoints need to know of the device that asks, and how it learns who it is. */

const isSecure = ({ url }: RequestEvent): boolean => url.protocol === 'https:';

/** The token that the request carries, whosever it is. */
export const tokenOf = (event: RequestEvent): string | null =>
	tokenFromCookies(event.request.headers.get('cookie'), isSecure(event));

/** @throws where the hook let somebody in without a session: a bug of ours */
export function sessionOf({ locals }: RequestEvent): Session {
	if (!locals.session) throw new Error('An endpoint that needs a session was reached without one.');
	return locals.session;
}

/** The session with the token it came with, for what may put another in its place. */
export function currentOf(event: RequestEvent): { session: Session; token: string } | null {
	const { session } = event.locals;
	const token = tokenOf(event);
	return session && token !== null ? { session, token } : null;
}

/** Who the device is from here on. The cookie is sent every time, so that its 400 days begin anew. */
export function signedIn(
	event: RequestEvent,
	{ session, token }: { session: Session; token: string },
	knownUserId: string | null,
	more: { listId?: string } = {}
): Response {
	const { people, config } = app();
	const answer: SessionAnswer = {
		userId: session.userId,
		name: session.name,
		deviceId: session.id,
		// Whom nobody here has heard of is nobody else: what the device holds comes along.
		isSamePerson:
			knownUserId === null ||
			!people.isPerson(knownUserId) ||
			people.isSame(knownUserId, session.userId),
		realtime: config.realtime
	};
	return Response.json(
		{ ...answer, ...more },
		{ headers: { 'Set-Cookie': sessionCookie(token, isSecure(event)) } }
	);
}

/** The `Set-Cookie` that signs the device out. */
export const signedOutCookie = (event: RequestEvent): string =>
	sessionCookie(null, isSecure(event));

/** The address to open on another device; its fragment is seen by no server and no link preview. */
export function linkTo(event: RequestEvent, path: '/join' | '/pair', token: string): string {
	return `${app().config.publicOrigin ?? event.url.origin}${path}#${token}`;
}

/** "Chrome on Android": enough to know one's own devices apart. */
export function deviceNameOf(event: RequestEvent): string {
	const agent = event.request.headers.get('user-agent') ?? '';
	const browser = BROWSERS.find(([mark]) => agent.includes(mark))?.[1] ?? 'Browser';
	const system = SYSTEMS.find(([mark]) => agent.includes(mark))?.[1];
	return system ? `${browser} on ${system}` : browser;
}

/** The first that fits: most browsers also name those they descend from. */
const BROWSERS = [
	['Edg', 'Edge'],
	['OPR/', 'Opera'],
	['SamsungBrowser', 'Samsung Internet'],
	['Firefox', 'Firefox'],
	['FxiOS', 'Firefox'],
	['CriOS', 'Chrome'],
	['Chrome', 'Chrome'],
	['Safari', 'Safari']
] as const;
const SYSTEMS = [
	['iPhone', 'iPhone'],
	['iPad', 'iPad'],
	['Android', 'Android'],
	['CrOS', 'ChromeOS'],
	['Windows', 'Windows'],
	['Macintosh', 'Mac'],
	['Linux', 'Linux']
] as const;
