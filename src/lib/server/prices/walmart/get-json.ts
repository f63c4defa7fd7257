export interface JsonAnswer {
	readonly status: number;
	/** Null when it is not JSON, as the pages are that a proxy puts in the place of an error. */
	readonly body: unknown;
}

interface GetOptions {
	readonly headers: Readonly<Record<string, string>>;
	/** For all of it, body included. */
	readonly timeoutMs: number;
	/** Ends the call early. */
	readonly signal: AbortSignal;
}

/** Why there is no answer; holds neither headers nor the address. */
export class NoAnswer extends Error {
	override readonly name = 'NoAnswer';
}

const MAX_BYTES = 1_000_000;

/**
 * One GET that neither follows a redirect nor reads more than 1 MB.
 * @throws NoAnswer when nothing came in time, or what came cannot be taken
 */
export async function getJson(url: URL, options: GetOptions): Promise<JsonAnswer> {
	const { headers, timeoutMs, signal } = options;
	const deadline = AbortSignal.timeout(timeoutMs);
	try {
		const response = await fetch(url, {
			headers,
			redirect: 'error',
			signal: AbortSignal.any([deadline, signal])
		});
		return { status: response.status, body: parseJson(await readText(response)) };
	} catch (problem) {
		if (problem instanceof NoAnswer) throw problem;
		if (deadline.aborted) throw new NoAnswer(`Nothing came within ${timeoutMs} ms.`);
		throw new NoAnswer(whyNot(problem));
	}
}

/** Leaving the loop hangs up, so a body without an end costs no more than the limit. */
async function readText(response: Response): Promise<string> {
	const chunks: Uint8Array[] = [];
	let bytes = 0;
	for await (const chunk of response.body ?? []) {
		bytes += chunk.byteLength;
		if (bytes > MAX_BYTES) throw new NoAnswer('The answer is larger than 1 MB.');
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null; // What to make of a status without a body is for the caller.
	}
}

/** `fetch` says only that it failed; what happened is in its cause. */
function whyNot(problem: unknown): string {
	const cause = problem instanceof Error ? problem.cause : undefined;
	if (cause instanceof Error && 'code' in cause)
		return `The connection failed (${String(cause.code)}).`;
	return cause instanceof Error ? `The call failed: ${cause.message}.` : 'The call was broken off.';
}
