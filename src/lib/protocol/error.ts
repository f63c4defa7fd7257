import * as v from 'valibot';

/** Stable codes of everything that can be refused; the sentence beside them is for people and may change. */
export const ERROR_CODES = [
	'invalid',
	'unauthenticated',
	'forbidden',
	'invite_only',
	'not_found',
	'list_gone',
	'used',
	'expired',
	'limit',
	'rate_limited',
	'too_large',
	'busy',
	'unavailable',
	'upgrade_required',
	'server_too_old',
	'internal'
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** The one shape of every error, over HTTP and as a socket acknowledgement. */
export const errorBodySchema = v.object({
	error: v.object({
		code: v.picklist(ERROR_CODES),
		message: v.string(),
		retryAfterMs: v.optional(v.number())
	})
});
export type ErrorBody = v.InferOutput<typeof errorBodySchema>;

/** @param retryAfterMs when it makes sense to ask again */
export function errorBody(code: ErrorCode, message: string, retryAfterMs?: number): ErrorBody {
	return { error: { code, message, ...(retryAfterMs !== undefined && { retryAfterMs }) } };
}

/** What is wrong with an input, for people. Our own rules say it as a sentence; the schema library's own do not. */
export function issueToSentence({ message }: { readonly message: string }): string {
	return message.endsWith('.') ? message : 'This does not have the shape that it should have.';
}
