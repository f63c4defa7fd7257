/**
 * Whether a request's `Origin` is this server's own. With a public origin configured only that one is;
 * otherwise the origin's host must be the one the request was sent to. A missing or `null` Origin is nobody's.
 */
export function isOwnOrigin(
	origin: string | null | undefined,
	host: string | null | undefined,
	publicOrigin: string | null
): boolean {
	const given = URL.parse(origin ?? '');
	if (given === null || given.origin !== origin?.toLowerCase()) return false;
	if (publicOrigin !== null) return given.origin === publicOrigin;
	if (given.protocol !== 'http:' && given.protocol !== 'https:') return false;
	// Parsing both sides makes "Example.com:80" and "example.com" the same host.
	return host ? URL.parse(`${given.protocol}//${host}`)?.host === given.host : false;
}
