import { io } from 'socket.io-client';
import { newItem } from './mutation-world.ts';
import type { Mutation } from '#lib/domain/undo.ts';
import type { ErrorBody } from '#lib/protocol/error.ts';
import type { SessionAnswer } from '#lib/protocol/people.ts';
import { SOCKET_PATH } from '#lib/protocol/socket.ts';
import type { SyncAnswer, SyncRequest } from '#lib/protocol/sync.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';
import type { TestSocket } from './start-app.ts';

export interface Answered<T = Record<string, unknown>> {
	readonly status: number;
	readonly headers: Headers;
	readonly body: T;
}

/** A browser as the server meets it: cookies, an address of origin, a device that syncs; no screen. */
export class Visitor {
	url: string;
	cookie = '';
	userId = '';
	readonly clientId = `client-${crypto.randomUUID()}`;
	/** Where its replica stands. */
	state: Pick<SyncRequest, 'epoch' | 'cursor' | 'acked' | 'proof'> = {
		epoch: null,
		cursor: 0,
		acked: 0,
		proof: null
	};
	#lastMid = 0;

	constructor(server: { url: string }) {
		this.url = server.url;
	}

	/** One that is signed in as a new person. */
	static async signedUp(server: { url: string }, name?: string): Promise<Visitor> {
		const visitor = new Visitor(server);
		const { status, body } = await visitor.signIn(name === undefined ? {} : { name });
		if (status !== 200) throw new Error(`could not sign up: ${JSON.stringify(body)}`);
		return visitor;
	}

	/** Goes on at another address, as after the server was started again. */
	at(server: { url: string }): this {
		this.url = server.url;
		return this;
	}

	signIn(body: object = {}): Promise<Answered<SessionAnswer>> {
		return this.ask('POST', '/api/session', body);
	}

	/** Sends what a page of this server would, and keeps the cookies it is given. */
	async ask<T = Record<string, unknown>>(
		method: string,
		path: string,
		body?: unknown,
		headers: Record<string, string> = {}
	): Promise<Answered<T>> {
		const response = await fetch(this.url + path, {
			method,
			headers: {
				origin: this.url,
				...(this.cookie && { cookie: this.cookie }),
				...(body !== undefined && { 'content-type': 'application/json' }),
				...headers
			},
			...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) })
		});
		const [given] = response.headers.getSetCookie();
		if (given !== undefined) this.cookie = given.split(';')[0]?.replace(/=$/, '') ?? '';
		const text = await response.text();
		const answered = (text === '' ? {} : JSON.parse(text)) as T;
		const { userId } = answered as { userId?: unknown };
		if (typeof userId === 'string') this.userId = userId;
		return { status: response.status, headers: response.headers, body: answered };
	}

	/** A sync request with these mutations on top of what is acknowledged. */
	request(...mutations: readonly Mutation[]): SyncRequest {
		const { epoch, cursor } = this.state;
		const now = Date.now();
		return {
			v: PROTOCOL_VERSION,
			clientId: this.clientId,
			...this.state,
			now,
			muts: mutations.map((mutation) => ({
				...mutation,
				mid: ++this.#lastMid,
				muid: crypto.randomUUID(),
				at: now,
				base: cursor,
				epoch
			}))
		};
	}

	/** Syncs over HTTP and takes the answer. @throws when it was refused */
	async sync(...mutations: readonly Mutation[]): Promise<SyncAnswer> {
		// The first answer only tells the epoch: before it nothing is applied.
		if (this.state.epoch === null && mutations.length > 0) await this.sync();
		const { body } = await this.ask<SyncAnswer | ErrorBody>(
			'POST',
			'/api/sync',
			this.request(...mutations)
		);
		if ('error' in body) throw new Error(`${body.error.code}: ${body.error.message}`);
		const { epoch, cursor, lmid: acked, proof } = body;
		this.state = { epoch, cursor, acked, proof };
		return body;
	}

	/** Makes a list with some things on it, on the server. @returns its id */
	async makeList(name = 'Groceries', ...things: readonly string[]): Promise<string> {
		const listId = crypto.randomUUID();
		await this.sync(
			{ name: 'list.create', args: { listId, name } },
			...things.map((thing) => this.add(listId, thing))
		);
		return listId;
	}

	add(listId: string, name: string, id: string = crypto.randomUUID()): Mutation {
		return { name: 'item.add', args: { ...newItem(id, name), listId } };
	}

	async invite(listId: string, role: 'editor' | 'viewer' = 'editor'): Promise<string> {
		const { body } = await this.ask<{ token: string }>('POST', '/api/invites', { listId, role });
		return body.token;
	}

	/** Comes onto a list by an invite of somebody who is on it. */
	async join(host: Visitor, listId: string, role: 'editor' | 'viewer' = 'editor'): Promise<void> {
		const token = await host.invite(listId, role);
		const { status } = await this.ask('POST', '/api/invites/redeem', { token });
		if (status !== 200) throw new Error(`could not join: ${status}`);
	}

	/**
	 * A connected socket, for as long as its server is there.
	 * @param auth what the client says of itself
	 * @throws when the server does not let it in
	 */
	async connect(auth: object = { v: PROTOCOL_VERSION }): Promise<TestSocket> {
		const socket: TestSocket = io(this.url, {
			path: SOCKET_PATH,
			transports: ['websocket'],
			auth,
			extraHeaders: { origin: this.url, ...(this.cookie && { cookie: this.cookie }) },
			forceNew: true,
			reconnection: false
		});
		await new Promise<void>((resolve, reject) => {
			socket.once('connect', resolve);
			socket.once('connect_error', reject);
		});
		return socket;
	}
}
