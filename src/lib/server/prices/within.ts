interface Limit {
	readonly limitMs: number;
	/** Whether the process stays for it; a limit that only says when to give up need not keep it. */
	readonly keepsProcess: boolean;
}

/** What the work gives, or null when that takes longer than the limit; the work itself goes on. */
export async function within<T>(
	work: Promise<T>,
	{ limitMs, keepsProcess }: Limit
): Promise<T | null> {
	let timer: NodeJS.Timeout | undefined;
	const limit = new Promise<null>((resolve) => {
		timer = setTimeout(resolve, limitMs, null);
		if (!keepsProcess) timer.unref();
	});
	try {
		return await Promise.race([work, limit]);
	} finally {
		clearTimeout(timer);
	}
}
