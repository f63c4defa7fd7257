/** What is loaded by whoever needs it first, and kept; after a failure the next one tries again. */
export function lazy<T>(load: () => Promise<T>): () => Promise<T> {
	let loading: Promise<T> | null = null;
	return () =>
		(loading ??= load().catch((cause: unknown) => {
			loading = null;
			throw cause;
		}));
}
