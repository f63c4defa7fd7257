/**
 * The cookie that carries a device's token. Over HTTPS its name says that no other host and no plain page can have
 * set it; plain HTTP, as on a LAN, cannot have that.
 */
const SECURE_NAME = '__Host-sid';
const PLAIN_NAME = 'sid';

/** A device stays signed in for 400 days after it was last used: the longest that browsers keep a cookie. */
export const SESSION_DAYS = 400;

/** The token in a `Cookie` header, or null. Only the name that fits the scheme counts. */
export function tokenFromCookies(
	header: string | null | undefined,
	isSecure: boolean
): string | null {
	const prefix = `${isSecure ? SECURE_NAME : PLAIN_NAME}=`;
	const pair = header?.split(';').find((part) => part.trimStart().startsWith(prefix));
	return pair?.trim().slice(prefix.length) || null;
}

/** The `Set-Cookie` that keeps a token, or, for null, takes it away. */
export function sessionCookie(token: string | null, isSecure: boolean): string {
	const maxAge = token === null ? 0 : SESSION_DAYS * 24 * 3_600;
	const name = isSecure ? SECURE_NAME : PLAIN_NAME;
	const secure = isSecure ? '; Secure' : '';
	return `${name}=${token ?? ''}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`;
}
