import { randomUUID } from 'node:crypto';
import type { MutationArgs, MutationName } from '#lib/domain/mutation-args.ts';
import type { ErrorBody } from '#lib/protocol/error.ts';
import type { SyncAnswer, SyncRequest } from '#lib/protocol/sync.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';

/** Where a device stands with its server: what it asks, and what it takes from the answers. */
export class Standing {
	#at: Pick<SyncRequest, 'epoch' | 'cursor' | 'acked' | 'proof'> = {
		epoch: null,
		cursor: 0,
		acked: 0,
		proof: null
	};
	#lastMid = 0;
	readonly #clientId = randomUUID();

	/** The next request, with one edit in it or none. */
	request<Name extends MutationName>(name?: Name, args?: MutationArgs[Name]): SyncRequest {
		const { epoch, cursor } = this.#at;
		const now = Date.now();
		const edit = { muid: randomUUID(), at: now, base: cursor, epoch, name, args };
		const muts = name === undefined ? [] : [{ ...edit, name, mid: ++this.#lastMid }];
		return { v: PROTOCOL_VERSION, clientId: this.#clientId, ...this.#at, now, muts };
	}

	/** @returns the same answer. @throws when the server refused */
	take(answer: SyncAnswer | ErrorBody): SyncAnswer {
		if ('error' in answer) throw new Error(answer.error.message);
		const { epoch, cursor, lmid: acked, proof } = answer;
		this.#at = { epoch, cursor, acked, proof };
		return answer;
	}
}
