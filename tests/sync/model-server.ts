import { createHmac } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import * as v from 'valibot';
import {
	syncAnswerSchema,
	syncRequestSchema,
	type SyncAnswer,
	type SyncRequest
} from '#lib/protocol/sync.ts';
import type { Sqlite } from '#lib/server/db/sqlite.ts';
import { createCollector } from '#lib/server/sync/collection.ts';
import { handleSync } from '#lib/server/sync/handle-sync.ts';
import { createSyncStore, type SyncStore } from '#lib/server/sync/sync-store.ts';
import { openTimelineMarker } from '#lib/server/sync/timeline-marker.ts';
import { checkRevival, checkStamps } from './promises.ts';

interface ModelServerOptions {
	/** An empty, migrated database, as bytes. */
	readonly template: Buffer;
	readonly userIds: readonly string[];
	readonly newId: (prefix: string) => string;
	/** Wall-clock ms. */
	readonly now: () => number;
	/** For the marker beside the database. */
	readonly folder: string;
}

/** The product's server code on a real SQLite, with the misfortunes that a machine has. */
export class ModelServer {
	store: SyncStore;
	#sqlite: Sqlite;
	#boots = 0;
	/** What a power failure may lead back to: the last few states. */
	#recent: Buffer[] = [];
	#backup: Buffer | null = null;
	readonly #options: ModelServerOptions;

	constructor(options: ModelServerOptions) {
		this.#options = options;
		this.#sqlite = new Database(options.template);
		const add = this.#sqlite.prepare("INSERT INTO users (id, name, created_at) VALUES (?, '', 0)");
		for (const userId of new Set(options.userIds)) add.run(userId);
		this.store = this.#start();
	}

	get hasBackup(): boolean {
		return this.#backup !== null;
	}

	/** One request, as the sync service answers it. */
	handle(userId: string, request: SyncRequest): SyncAnswer {
		const { now, newId } = this.#options;
		const tools = {
			now: now(),
			touched: new Set<string>(),
			newEpoch: () => newId('epoch-'),
			sign: (claim: string) => createHmac('sha256', 'key').update(claim).digest('base64url')
		};
		const received = v.parse(syncRequestSchema, structuredClone(request));
		const answer = this.#commit(() => {
			const revival = checkRevival(this.store, received);
			const answered = handleSync(this.store, userId, received, tools);
			revival();
			return answered;
		});
		if ('error' in answer) throw new Error(`refused: ${answer.error.message}`);
		checkStamps(answer, now());
		return v.parse(syncAnswerSchema, answer) as SyncAnswer;
	}

	changeMember(listId: string, userId: string, active: boolean): void {
		const { members, timeline } = this.store;
		this.#commit(() =>
			members.put(listId, userId, {
				role: 'editor',
				active,
				rev: timeline.nextRevision(),
				at: this.#options.now(),
				clientId: 'server'
			})
		);
	}

	/** The daily work: whatever was deleted long ago goes for good. */
	collect(): void {
		this.#commit(() => createCollector(this.#sqlite, this.store).collect(this.#options.now()));
	}

	backUp(): void {
		this.#backup = this.#bytes();
	}

	/** Somebody puts the backup in the place of the database while the server is stopped. */
	restore(): void {
		if (!this.#backup) return;
		this.#mark('clean');
		this.#open(this.#backup);
	}

	/** SIGKILL: what was committed is there, and the machine has not gone down. */
	crash(): void {
		this.store = this.#start();
	}

	/** The machine goes down, and its disk had not kept the last commits. @param commits how many, at most 3 */
	losePower(commits: number): void {
		this.#boots++;
		const before = this.#recent.at(-commits);
		if (before) this.#open(before);
		else this.crash();
	}

	/** Keeps states to fall back to; only for stories in which the power fails. */
	remember(): void {
		this.#recent = [...this.#recent, this.#bytes()].slice(-3);
	}

	close(): void {
		this.#sqlite.close();
	}

	#commit<T>(act: () => T): T {
		return this.#sqlite.transaction(act).immediate();
	}

	/** Over a file, because what `serialize` of better-sqlite3 13.2 hands out is never freed. */
	#bytes(): Buffer {
		const file = join(this.#options.folder, 'copy.db');
		this.#sqlite.exec(`VACUUM INTO '${file}'`);
		const bytes = readFileSync(file);
		rmSync(file);
		return bytes;
	}

	#open(bytes: Buffer): void {
		this.#sqlite.close();
		this.#sqlite = new Database(bytes);
		this.#recent = [];
		this.store = this.#start();
	}

	/** As `app.ts` does. */
	#start(): SyncStore {
		const { newId, now } = this.#options;
		const store = createSyncStore(this.#sqlite, newId('epoch-'), now());
		const { timeline } = store;
		if (this.#marker().contradicts(timeline.read())) timeline.renew(newId('epoch-'), now());
		this.store = store;
		this.#mark('running');
		return store;
	}

	#mark(state: 'running' | 'clean'): void {
		this.#marker().write(state, this.store.timeline.read());
	}

	#marker() {
		return openTimelineMarker(this.#options.folder, `boot-${this.#boots}`);
	}
}
