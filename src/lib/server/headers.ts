import type { ServerResponse } from 'node:http';

/**
 * Headers of every answer, set before Kit sees the request: its hooks never run for prerendered pages and
 * files, and what Kit sets itself replaces these. The policy for scripts stands in the page, as hashes.
 */
export function setHeaders(response: ServerResponse, hstsSeconds: number): void {
	for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
	if (hstsSeconds > 0) {
		response.setHeader('Strict-Transport-Security', `max-age=${hstsSeconds}`);
	}
	// Asked about every time, the page and /sw.js above all; Kit says otherwise for files named by their content.
	response.setHeader('Cache-Control', 'no-cache');
}

const SECURITY_HEADERS = {
	// Only what a page's own <meta> cannot say; a second full policy here would have to know its hashes.
	'Content-Security-Policy': "frame-ancestors 'none'",
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Permissions-Policy': 'microphone=(self), camera=(self), on-device-speech-recognition=(self)',
	// Not "no-referrer": that would make the Origin of our own form posts "null".
	'Referrer-Policy': 'same-origin',
	'X-Content-Type-Options': 'nosniff',
	'X-Frame-Options': 'DENY'
};
