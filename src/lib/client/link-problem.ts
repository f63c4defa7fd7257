const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Why a link to this server does not work on another device, as a sentence; '' when it should. */
export function linkProblem(link: string): string {
	const url = URL.parse(link);
	if (!url || !LOOPBACK.has(url.hostname)) return '';
	return 'This address means “this computer”, so another device cannot open it. Open the list here by the server’s address in your network, and share from there.';
}
