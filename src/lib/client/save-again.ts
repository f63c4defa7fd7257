const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

/**
 * Tries again by itself to save what a disk refused, until it has: after a second, then twice as long each time up to
 * a minute; at once when somebody looks at the page again or there is a network again, for then much else has changed.
 * @param save says whether everything is saved now
 */
export function saveAgain(save: () => Promise<boolean>): void {
	let waitMs = FIRST_WAIT_MS;
	let timer: ReturnType<typeof setTimeout>;
	let isTrying = false;
	const ending = new AbortController();
	async function attempt(): Promise<void> {
		if (isTrying) return;
		clearTimeout(timer);
		isTrying = true;
		if (await save()) return ending.abort();
		isTrying = false;
		waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS);
		timer = setTimeout(() => void attempt(), waitMs);
	}
	const { signal } = ending;
	document.addEventListener('visibilitychange', () => void attempt(), { signal });
	addEventListener('online', () => void attempt(), { signal });
	timer = setTimeout(() => void attempt(), waitMs);
}
