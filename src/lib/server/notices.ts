import type { ImportProgress } from '#lib/protocol/imports.ts';

/** What the services have to say to connected devices; the socket passes it on, where there is one. */
export interface NoticeListener {
	/** The server has something newer for these people. @param except the socket whose answer has it already */
	poke(userIds: ReadonlySet<string>, seq: number, except: string | null): void;
	/** How far the reading of a person's text has come. */
	importProgress(userId: string, progress: ImportProgress): void;
	/** Closes this device's sockets: it is signed out, or somebody else's now, and comes back as that. */
	disconnect(sessionId: string): void;
}

export interface Notices extends NoticeListener {
	/** @returns what ends the listening */
	listen(listener: NoticeListener): () => void;
}

export function createNotices(): Notices {
	const listeners = new Set<NoticeListener>();
	return {
		poke(userIds, seq, except) {
			for (const listener of listeners) listener.poke(userIds, seq, except);
		},
		importProgress(userId, progress) {
			for (const listener of listeners) listener.importProgress(userId, progress);
		},
		disconnect(sessionId) {
			for (const listener of listeners) listener.disconnect(sessionId);
		},
		listen(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		}
	};
}
