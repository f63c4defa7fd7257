import type { Mutation } from '#lib/domain/undo.ts';
import type { SyncAnswer } from '#lib/protocol/sync.ts';
import type { Account } from './books.ts';
import type { Done } from './headless-device.ts';
import { PersistentClient } from './persistent-client.ts';
import { Visitor } from './visitor.ts';

/** A session may sync twenty times a second. */
const NEXT_EDIT_MS = 60;

/** A program that has one thing on a list and raises its amount, again and again, over HTTP alone. */
export class Raiser {
	readonly client: PersistentClient;
	readonly #visitor: Visitor;
	readonly #listId: string;
	readonly #itemId = crypto.randomUUID();
	readonly #log: Done[] = [];
	#acknowledgedCount = 0;

	static async open(url: string): Promise<Raiser> {
		const visitor = await Visitor.signedUp({ url });
		const raiser = new Raiser(visitor, await visitor.makeList());
		await raiser.#do(visitor.add(raiser.#listId, 'Milk', raiser.#itemId));
		return raiser;
	}

	private constructor(visitor: Visitor, listId: string) {
		const { url, cookie } = visitor;
		this.#visitor = visitor;
		this.#listId = listId;
		const headers = { origin: url, cookie };
		this.client = new PersistentClient(url, { headers, nextMs: NEXT_EDIT_MS });
	}

	/** What it did so far. */
	get account(): Account {
		const [log, acknowledgedCount] = [this.#log, this.#acknowledgedCount];
		return { name: 'a program', log, acknowledgedCount, refused: new Set() };
	}

	/** Raises it once more. */
	raise(): Promise<void> {
		const args = { listId: this.#listId, id: this.#itemId, milli: 1_000, unit: null };
		return this.#do({ name: 'item.step', args });
	}

	/** The same edit is sent until the server has it. */
	async #do(mutation: Mutation): Promise<void> {
		const request = this.#visitor.request(mutation);
		const doneAt = performance.now();
		this.#log.push({ muid: String(doneAt), mutation, doneAt, acknowledged: null });
		const { status, text } = await this.client.ask('POST', '/api/sync', JSON.stringify(request));
		if (status !== 200) return void this.client.failures.push(`${status}: ${text}`);
		const { epoch, cursor, lmid: acked, proof } = JSON.parse(text) as SyncAnswer;
		this.#visitor.state = { epoch, cursor, acked, proof };
		this.#acknowledgedCount++;
	}
}
