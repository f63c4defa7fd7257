/** What the work gives, or null when that takes longer than `limitMs`; the work itself goes on. */
export async function within<T>(work: Promise<T>, limitMs: number): Promise<T | null> {
	let timer: NodeJS.Timeout | undefined;
	const limit = new Promise<null>((resolve) => {
		timer = setTimeout(resolve, limitMs, null);
	});
	try {
		return await Promise.race([work, limit]);
	} finally {
		clearTimeout(timer);
	}
}
