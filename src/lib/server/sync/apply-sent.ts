import * as v from 'valibot';
import type { MutationArgs, MutationName } from '#lib/domain/mutation-args.ts';
import { applyMutation } from '#lib/domain/mutators.ts';
import { MAX_LISTS } from '#lib/domain/list.ts';
import { issueToSentence, type ErrorCode } from '#lib/protocol/error.ts';
import { MAX_ARGS_BYTES, mutationArgsSchemas } from '#lib/protocol/mutations.ts';
import { SERVER_RULES } from '#lib/domain/server-rules.ts';
import type { MutationContext } from '#lib/domain/stamps.ts';
import type { SentMutation, SyncRequest } from '#lib/protocol/sync.ts';
import { isRetryable } from '../db/sqlite.ts';
import type { SyncStore } from './sync-store.ts';

/** Why a mutation was refused for good. It is counted all the same, so that it never blocks those behind it. */
interface Refusal {
	readonly code: ErrorCode;
	readonly message: string;
}

/**
 * Applies a request's mutations, each in its own savepoint and each at most once.
 * @param touched gets the lists that something was applied to
 * @returns the client's new lmid
 * @throws what SQLite says when it is busy, full or broken: then nothing of the request may count
 */
export function applySent(
	store: SyncStore,
	userId: string,
	request: SyncRequest,
	lmid: number,
	now: number,
	touched: Set<string>
): number {
	const before = store.timeline.read();
	let rev: number | null = null;
	const contextOf = (sent: SentMutation): MutationContext => ({
		// Taken by what is allowed only: what is refused is no news to anybody.
		rev: (rev ??= store.timeline.nextRevision()),
		at: ageToTime(now, request.now - sent.at),
		clientId: request.clientId,
		// Nobody has seen what is not written yet, and another timeline's numbers say nothing.
		base: sent.epoch === before.epoch ? Math.min(sent.base, before.seq) : -1,
		server: SERVER_RULES
	});
	let last = lmid;
	for (const sent of request.muts) {
		if (sent.mid <= last) continue;
		last = sent.mid;
		const allowed = judge(store, userId, sent);
		const refusal = 'code' in allowed ? allowed : perform(store, userId, allowed, contextOf(sent));
		if (refusal) {
			store.clients.reject(request.clientId, { ...sent, ...refusal }, bodyOf(sent), now);
			store.clients.forgetRejects(request.clientId, request.acked);
		} else if ('args' in allowed) touched.add(allowed.args.listId);
	}
	return last;
}

/**
 * When the author acted, on the server's clock. What comes over the wire is only believed as an age on the author's
 * own clock, so that its skew cancels; the future counts as now, and nothing is older than time.
 */
const ageToTime = (now: number, ageMs: number): number =>
	Math.max(0, Math.round(now - Math.max(ageMs, 0)));

/** Whether it is a mutation at all, and one that this person may make. */
function judge(store: SyncStore, userId: string, sent: SentMutation): Parsed | Refusal {
	const parsed = parseMutation(sent);
	if ('code' in parsed) return parsed;
	return authorize(store, userId, parsed.name, parsed.args.listId) ?? parsed;
}

function perform(
	store: SyncStore,
	userId: string,
	{ name, args }: Parsed,
	context: MutationContext
): Refusal | null {
	try {
		return store.inSavepoint(() => {
			if (name === 'list.create' && !store.rows.get('lists', args.listId)) {
				if (store.members.listCountOf(userId) >= MAX_LISTS) return TOO_MANY_LISTS;
				store.members.put(args.listId, userId, { role: 'editor', active: true, ...context });
			}
			const error = applyMutation(store.rows, name, args, context);
			return error && { code: error, message: MESSAGES[error] };
		});
	} catch (cause) {
		if (isRetryable(cause)) throw cause;
		return {
			code: 'internal',
			message: 'The server could not do this. It is kept, and can be tried again.'
		};
	}
}

const TOO_MANY_LISTS: Refusal = {
	code: 'limit',
	message: `You are on ${MAX_LISTS} lists, as many as a person can be on.`
};
const MESSAGES = {
	list_gone: 'This list no longer exists.',
	limit: 'This list holds as many items as a list can.'
} as const;

type Parsed = { readonly name: MutationName; readonly args: MutationArgs[MutationName] };

function parseMutation({ name, args }: SentMutation): Parsed | Refusal {
	if (!Object.hasOwn(mutationArgsSchemas, name))
		return {
			code: 'invalid',
			message: `There is no change called "${[...name].slice(0, 40).join('')}".`
		};
	const known = name as MutationName;
	const json = toJson(args ?? null);
	if (json === null || Buffer.byteLength(json) > MAX_ARGS_BYTES)
		return { code: 'invalid', message: 'This change is larger than a change can be.' };
	const result = v.safeParse(mutationArgsSchemas[known], args);
	if (result.success) return { name: known, args: result.output };
	return { code: 'invalid', message: issueToSentence(result.issues[0]) };
}

/** Somebody who was never on a list learns nothing about it, not even that it exists. */
function authorize(
	store: SyncStore,
	userId: string,
	name: MutationName,
	listId: string
): Refusal | null {
	const membership = store.members.of(listId, userId);
	if (membership?.active && membership.role === 'editor') return null;
	if (membership?.active)
		return { code: 'forbidden', message: 'You can look at this list, not change it.' };
	if (membership) return { code: 'forbidden', message: 'You are no longer on this list.' };
	const isNew = name === 'list.create' && !store.rows.get('lists', listId);
	return isNew ? null : { code: 'list_gone', message: MESSAGES.list_gone };
}

const bodyOf = ({ name, args, at }: SentMutation): string =>
	(toJson({ name, args, at }) ?? name).slice(0, MAX_ARGS_BYTES);

/** null for what is nested so deep that writing it ends the stack. */
function toJson(value: unknown): string | null {
	try {
		return JSON.stringify(value);
	} catch {
		return null;
	}
}
