/** After so long out of sight a phone has very likely cut the connection without a word. */
const LONG_AWAY_MS = 10_000;

/**
 * Calls back when somebody looks at this page again, or there is a network again: with whether it was away for so
 * long, or in such a way, that an open connection is not to be trusted. @returns what ends it
 */
export function watchPage(onReturn: (isLineStale: boolean) => void): () => void {
	let hiddenAt = performance.now();
	const ending = new AbortController();
	const { signal } = ending;
	document.addEventListener(
		'visibilitychange',
		() => {
			if (document.hidden) hiddenAt = performance.now();
			else onReturn(performance.now() - hiddenAt > LONG_AWAY_MS);
		},
		{ signal }
	);
	// From the browser's memory of pages, where sockets do not live on.
	addEventListener('pageshow', ({ persisted }) => persisted && onReturn(true), { signal });
	// Another network: what was open went over the old one.
	addEventListener('online', () => onReturn(true), { signal });
	return () => ending.abort();
}
