/** After so long out of sight a phone has very likely cut the connection without a word. */
const LONG_AWAY_MS = 10_000;

/** How often a page that is looked at makes sure that time has not stood still. */
const TICK_MS = 2_000;
/** So much later than it should come, a tick says that the machine was asleep. */
const ASLEEP_MS = 10_000;

/**
 * Calls back when somebody looks at this page again, or there is a network again: with whether it was away for so
 * long, or in such a way, that an open connection is not to be trusted. It lasts as long as the page.
 */
export function watchPage(onReturn: (isLineStale: boolean) => void): void {
	let hiddenAt = performance.now();
	document.addEventListener('visibilitychange', () => {
		if (document.hidden) hiddenAt = performance.now();
		else onReturn(performance.now() - hiddenAt > LONG_AWAY_MS);
	});
	// From the browser's memory of pages, where sockets do not live on.
	addEventListener('pageshow', ({ persisted }) => persisted && onReturn(true));
	// Another network: what was open went over the old one.
	addEventListener('online', () => onReturn(true));
	// A lid that was closed over the page hides nothing. The clock on the wall goes on where the other one may not.
	let tickedAt = Date.now();
	setInterval(() => {
		const asleepMs = Date.now() - tickedAt - TICK_MS;
		tickedAt = Date.now();
		// Of a page that nobody looks at the browser delays the ticks.
		if (asleepMs > ASLEEP_MS && !document.hidden) onReturn(true);
	}, TICK_MS);
}
