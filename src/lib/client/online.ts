import type { ImportProgress } from '#lib/protocol/imports.ts';
import type { SessionAnswer } from '#lib/protocol/people.ts';
import { Entrance } from './entrance.ts';
import { newId } from './identity.ts';
import { Line, type LineState } from './line.ts';
import { receivePrices } from './price-news.ts';
import type { Prices } from './prices.svelte.ts';
import { SharedPrices } from './shared-prices.ts';
import { dropEmptyDatabases, NOBODY_ANSWERED, takePerson, type SignInTools } from './sign-in.ts';
import { Tabs, type TabMessage } from './tabs.ts';
import { watchPage } from './watch-page.ts';

export { statusOf } from './sync-status.ts';
export type { LineState } from './line.ts';

export interface OnlineTools extends SignInTools {
	readonly prices: Prices;
	readonly onChange: (state: LineState) => void;
}

/** This page's way to the server: by the line, which it may share with other tabs, and for people by itself. */
export interface Online {
	/** @throws Error with a sentence when the edits so far could not be brought to the server */
	syncNow(): Promise<void>;
	/** Asks who this device is; what stands in the way is in the session's `problem`. */
	signIn(): Promise<void>;
	/** Goes on as who a link has made of this device. Never comes back when the page is loaded anew. */
	adopt(answer: SessionAnswer & { readonly listId?: string }): Promise<void>;
	/** @throws Error with a sentence when the server did not take it */
	setName(name: string): Promise<void>;
	/** Calls back when the server has come further with a text of many lines. @returns what ends that */
	onImport(listener: (progress: ImportProgress) => void): () => void;
}

/** A leader that does not say what came of it is not waited for longer; its own limit is shorter. */
const FLUSHED_MS = 20_000;
/** How often a tab that does not lead says what it shows. */
const WANT_EVERY_MS = 30_000;

/** Opens the way; nothing on the screen waits for it. It stays open as long as the page. */
export function openOnline(tools: OnlineTools): Online {
	const { replica, session, prices } = tools;
	const tabId = newId();
	let line: Line | null = null;
	/** What waits for the leader to say that everything is on the server. */
	const flushes = new Map<string, (problem: string | null) => void>();
	const importListeners = new Set<(progress: ImportProgress) => void>();
	dropEmptyDatabases(tools.storage).catch(() => undefined); // one that cannot be read is kept
	const entrance = new Entrance(tools, (answer) => line?.begin(answer));
	const shared = new SharedPrices(prices, (came) => tabs.post({ type: 'prices', prices: came }));
	const tabs = new Tabs({
		name: `sync:${tools.databaseName}`,
		onLead() {
			line = new Line({ replica, entrance, prices: shared, onChange: tellState, onImport });
			tabs.post({ type: 'who-wants' });
			tellState(line.state);
			// Asked of a leader before this tab became it: nobody else will answer.
			for (const id of flushes.keys()) void answerFlush(line, id);
		},
		onFollow() {
			line?.close();
			line = null;
			tabs.post({ type: 'ping' });
			want();
			void entrance.enter();
		},
		onMessage: hear
	});
	if (!tabs.isLeading) void entrance.enter();
	prices.onWanted(want);
	setInterval(() => {
		if (!line) want();
	}, WANT_EVERY_MS);
	want();
	watchPage((isLineStale) => {
		if (line) line.wake(isLineStale);
		else tabs.post({ type: 'woken', isLineStale });
	});

	keepStorage();
	fetchHealing();
	addEventListener('pagehide', () => line?.sendLast());

	function tellState(state: LineState): void {
		tools.onChange(state);
		tabs.post({ type: 'state', state, isVisible: !document.hidden });
	}

	function onImport(progress: ImportProgress): void {
		tabs.post({ type: 'import', progress });
		tellImport(progress);
	}

	function tellImport(progress: ImportProgress): void {
		for (const listener of importListeners) listener(progress);
	}

	function want(): void {
		if (line) line.wantPrices();
		else tabs.post({ type: 'want', tabId, productIds: prices.wantedIds });
	}

	function hear(message: TabMessage): void {
		switch (message.type) {
			case 'ping':
				if (line) tabs.post({ type: 'state', state: line.state, isVisible: !document.hidden });
				return;
			case 'woken':
				return line?.wake(message.isLineStale);
			case 'signed-in':
				entrance.forget();
				return line?.reopen();
			case 'flush':
				if (line) void answerFlush(line, message.id);
				return;
			case 'flushed':
				return flushes.get(message.id)?.(message.problem);
			case 'want':
				if (line && shared.want(message.tabId, message.productIds)) line.wantPrices();
				return;
			case 'who-wants':
				if (!line) want();
				return;
			case 'prices':
				return receivePrices(prices, message.prices);
			case 'import':
				return tellImport(message.progress);
			case 'state':
				if (!line) follow(message.state);
		}
	}

	/** What the leader hears of the session concerns this tab too. */
	function follow(state: LineState): void {
		if (state.stoppedBy?.code === 'unauthenticated') entrance.signedOut();
		else if (session.problem === 'signed-out' && !state.stoppedBy) void entrance.enterAnew();
		tools.onChange(state);
	}

	async function answerFlush(leading: Line, id: string): Promise<void> {
		const problem = await leading.flush().then(
			() => null,
			(cause: Error) => cause.message
		);
		flushes.get(id)?.(problem);
		tabs.post({ type: 'flushed', id, problem });
	}

	function flush(): Promise<void> {
		if (line) return line.flush();
		const id = newId();
		const { promise, resolve, reject } = Promise.withResolvers<void>();
		const end = (problem: string | null) =>
			problem === null ? resolve() : reject(new Error(problem));
		const timer = setTimeout(() => end(NOBODY_ANSWERED.error.message), FLUSHED_MS);
		flushes.set(id, end);
		tabs.post({ type: 'flush', id });
		return promise.finally(() => {
			flushes.delete(id);
			clearTimeout(timer);
		});
	}

	return {
		async syncNow() {
			await replica.saved();
			await flush();
		},
		async signIn() {
			await entrance.enter();
		},
		async adopt(answer) {
			const path = answer.listId === undefined ? '/' : `/lists/${answer.listId}`;
			if (!(await takePerson(tools, answer, path))) return new Promise(() => undefined);
			tabs.post({ type: 'signed-in' });
			entrance.entered(answer);
			line?.reopen();
			// What comes with it is shown as soon as it is there; whoever waits for it waits no longer than that.
			await flush().catch(() => undefined);
		},
		onImport(listener) {
			importListeners.add(listener);
			return () => importListeners.delete(listener);
		},
		async setName(name) {
			await entrance.idle();
			const answer = (await entrance.enterAnew(name)) ?? NOBODY_ANSWERED;
			if ('error' in answer) throw new Error(answer.error.message);
			// The name comes back with the lists.
			if (line) line.wake(false);
			else tabs.post({ type: 'woken', isLineStale: false });
		}
	};
}

/** Asks the browser not to throw away what lies here when it needs room. Absent without a secure context. */
function keepStorage(): void {
	const { storage } = navigator as Partial<Navigator>;
	storage?.persist().catch(() => undefined); // refused, it is as before: the status says what is not on the server
}

/** A browser that throws away the lists throws away the app's files with them: what heals that is fetched before. */
function fetchHealing(): void {
	const parts = [import('./write-back.ts'), import('./save-again.ts'), import('./save-unsent.ts')];
	Promise.all(parts).catch(() => undefined); // it may still be there when it is needed
}
