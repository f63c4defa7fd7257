/**
 * Milliseconds that never go backwards, read from the system once in a turn of the event loop: `performance.now()`
 * takes twice as long as finding a price in memory, and nothing here asks for better than a few milliseconds.
 */
export function createTurnClock(): () => number {
	let now: number | null = null;
	return () => {
		if (now === null) {
			now = performance.now();
			setImmediate(() => (now = null)).unref();
		}
		return now;
	};
}
