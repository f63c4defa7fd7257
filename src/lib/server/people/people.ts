import { MAX_MEMBERS, type Role } from '#lib/domain/member.ts';
import { errorBody, type ErrorBody } from '#lib/protocol/error.ts';
import type { SyncStore } from '../sync/sync-store.ts';
import type { Writer } from '../sync/writer.ts';
import { absorb } from './absorb.ts';
import { LINK_MS, USED, type LinkStore } from './links.ts';
import type { Device, Session, SessionStore } from './sessions.ts';

export interface PeopleOptions {
	readonly sessions: SessionStore;
	readonly links: LinkStore;
	readonly sync: SyncStore;
	readonly writer: Writer;
	/** Wall-clock ms. */
	readonly now: () => number;
	readonly newId: () => string;
	/** `invite`: only the first device may come without one. */
	readonly signup: 'open' | 'invite';
	/** Something was committed that these people may see. */
	readonly onWritten: (userIds: ReadonlySet<string>, seq: number) => void;
	/** Closes a device's sockets. */
	readonly disconnect: (sessionId: string) => void;
	readonly report: (problem: unknown, doing: string) => void;
}

/** A device that has just signed in; the token goes into its cookie and nowhere else. */
export interface SignedIn {
	readonly token: string;
	readonly session: Session;
}

/** A one-time link's secret, and until when it works. */
export interface Link {
	readonly token: string;
	readonly expiresAt: number;
}

/** Who is who and who may what. Whatever is refused comes back as an error with a sentence, and changes nothing. */
export interface People {
	/** Whose device a token belongs to; null when it is nobody's. */
	find(token: string | null): Session | null;
	isAlive(sessionId: string): boolean;
	/** Signs in a device that nobody has used: it becomes a new person. */
	signUp(deviceName: string): Promise<SignedIn | ErrorBody>;
	rename(session: Session, name: string): Promise<Session>;
	/** Whether there is or was such a person, as far as this database goes back. */
	isPerson(userId: string): boolean;
	/** Whether what was done as one person is another's now: they are the same, or a pairing made them one. */
	isSame(userId: string, nowUserId: string): boolean;
	devices(userId: string): Device[];
	/** Signs the device itself out. */
	signOut(session: Session): Promise<void>;
	/** Signs another device out, as after it was lost. @returns null, or not_found when this person has no such device */
	endSession(userId: string, sessionId: string): Promise<ErrorBody | null>;
	invite(userId: string, listId: string, role: Role): Promise<Link | ErrorBody>;
	/** Puts a person on the list; a device without a session becomes a new person first. */
	redeemInvite(token: string, by: Newcomer): Promise<(SignedIn & { listId: string }) | ErrorBody>;
	pair(userId: string): Promise<Link>;
	/** Makes this device one of the person who made the pairing, with a new session in place of its old one. */
	redeemPairing(token: string, by: Newcomer): Promise<SignedIn | ErrorBody>;
	/** Removes somebody from a list, or oneself. @returns null, or why not */
	removeMember(byUserId: string, listId: string, userId: string): Promise<ErrorBody | null>;
}

export interface Newcomer {
	/** Who the device is now, with its token; null for one that has never been here. */
	readonly current: SignedIn | null;
	readonly deviceName: string;
	/** What they want to be called, if they said. */
	readonly name: string | undefined;
}

const TOUCH_EVERY_MS = 3_600_000;

export function createPeople(options: PeopleOptions): People {
	const { sessions, links, sync, writer, now, newId, onWritten, disconnect } = options;
	const { members, timeline } = sync;

	/** Writes, then tells the people concerned. The task names them, because only it knows. */
	async function writeAndTell<T>(task: (tell: Set<string>) => T): Promise<T> {
		const tell = new Set<string>();
		const { result, seq } = await writer.write(() => ({
			result: task(tell),
			seq: timeline.read().seq
		}));
		if (tell.size > 0) onWritten(tell, seq);
		return result;
	}

	function signInAs(userId: string, deviceName: string): SignedIn {
		const id = newId();
		const seenAt = now();
		const token = sessions.add({ id, userId, deviceName }, seenAt);
		return { token, session: { id, userId, name: sessions.nameOf(userId), seenAt } };
	}

	function signInNew(deviceName: string): SignedIn {
		const userId = newId();
		sessions.addUser(userId, now());
		return signInAs(userId, deviceName);
	}

	function renamed(session: Session, name: string, tell: Set<string>): Session {
		if (name === session.name) return session;
		sessions.rename(session.userId, name, timeline.nextRevision());
		for (const { listId, active } of members.allOf(session.userId))
			if (active) for (const userId of members.userIdsOn(listId)) tell.add(userId);
		return { ...session, name };
	}

	function admit(listId: string, userId: string, role: Role, tell: Set<string>): ErrorBody | null {
		const before = members.of(listId, userId);
		if (before?.active && (before.role === 'editor' || before.role === role)) return null;
		const others = members.userIdsOn(listId);
		if (!before?.active && others.length >= MAX_MEMBERS)
			return errorBody(
				'limit',
				`There are ${MAX_MEMBERS} people on this list, as many as there can be.`
			);
		const rev = timeline.nextRevision();
		members.put(listId, userId, { role, active: true, rev, at: now(), clientId: 'server' });
		for (const id of [...others, userId]) tell.add(id);
		return null;
	}

	return {
		find(token) {
			const session = token === null ? null : sessions.find(token, now());
			if (session && now() - session.seenAt > TOUCH_EVERY_MS)
				writer
					.write(() => sessions.touch(session.id, now()))
					.catch((problem: unknown) => options.report(problem, 'noting that a device was seen'));
			return session;
		},

		isAlive: (sessionId) => sessions.isAlive(sessionId),

		async signUp(deviceName) {
			return writer.write(() => {
				if (options.signup === 'invite' && sessions.hasPeople()) return INVITE_ONLY;
				return signInNew(deviceName);
			});
		},

		rename: (session, name) => writeAndTell((tell) => renamed(session, name, tell)),

		isPerson: (userId) => members.isPerson(userId),

		isSame: (userId, nowUserId) => sessions.isSame(userId, nowUserId),

		devices: (userId) => sessions.devicesOf(userId),

		async signOut({ id, userId }) {
			await writer.write(() => sessions.end(id, userId));
			disconnect(id);
		},

		async endSession(userId, sessionId) {
			const wasThere = await writer.write(() => {
				// A lost phone may have made links to come back by.
				links.dropPairings(userId);
				links.dropInvites(userId, null);
				return sessions.end(sessionId, userId);
			});
			if (!wasThere) return errorBody('not_found', 'You have no such device.');
			disconnect(sessionId);
			return null;
		},

		async invite(userId, listId, role) {
			const membership = members.of(listId, userId);
			if (!membership?.active) return NO_SUCH_LIST;
			if (membership.role !== 'editor')
				return errorBody('forbidden', 'You can look at this list, so you cannot invite to it.');
			const createdAt = now();
			const token = await writer.write(() =>
				links.addInvite({ listId, role, createdBy: userId }, createdAt)
			);
			return { token, expiresAt: createdAt + LINK_MS };
		},

		redeemInvite(token, { current, deviceName, name }) {
			return writeAndTell((tell) => {
				const invite = links.openInvite(token, current?.session.userId ?? null, now());
				if ('error' in invite) return invite;
				const { token: sid, session } = current ?? signInNew(deviceName);
				const { userId } = session;
				// Used before: good for nothing but an answer that got lost, and not for a way back in.
				const isOn = members.of(invite.listId, userId)?.active ?? false;
				if (invite.usedBy !== null && !isOn) return USED;
				const refused = admit(invite.listId, userId, invite.role, tell);
				if (refused) throw new Refused(refused);
				if (tell.size > 0) links.useInvite(token, userId);
				const { listId } = invite;
				const known = name === undefined ? session : renamed(session, name, tell);
				return { token: sid, session: known, listId };
			}).catch(refusalOf);
		},

		async pair(userId) {
			const createdAt = now();
			const token = await writer.write(() => links.addPairing(userId, createdAt));
			return { token, expiresAt: createdAt + LINK_MS };
		},

		async redeemPairing(token, { current, deviceName, name }) {
			// Whose sockets are another person's from here on.
			let moved: readonly Pick<Device, 'id'>[] = current ? [current.session] : [];
			const signedIn = await writeAndTell((tell) => {
				const pairing = links.usePairing(token, now());
				if ('error' in pairing) return pairing;
				if (current) {
					sessions.end(current.session.id, current.session.userId);
					const others = sessions.devicesOf(current.session.userId);
					if (absorb({ sessions, sync }, current.session, pairing.userId, now()))
						moved = [...moved, ...others];
					tell.add(pairing.userId);
				}
				const { token: sid, session } = signInAs(pairing.userId, deviceName);
				return { token: sid, session: name ? renamed(session, name, tell) : session };
			});
			if (!('error' in signedIn)) for (const { id } of moved) disconnect(id);
			return signedIn;
		},

		removeMember(byUserId, listId, userId) {
			return writeAndTell((tell) => {
				const by = members.of(listId, byUserId);
				if (!by?.active) return NO_SUCH_LIST;
				const membership = members.of(listId, userId);
				if (by.role !== 'editor' && byUserId !== userId)
					return errorBody('forbidden', 'You can look at this list, so you cannot remove anybody.');
				if (!membership?.active)
					return errorBody('not_found', 'There is nobody like that on this list.');
				const others = members.userIdsOn(listId).filter((id) => id !== userId);
				const isEditor = (id: string) => members.of(listId, id)?.role === 'editor';
				if (others.length > 0 && !others.some(isEditor)) return LAST_EDITOR;
				for (const id of [...others, userId]) tell.add(id);
				links.dropInvites(userId, listId);
				const rev = timeline.nextRevision();
				const { role } = membership;
				members.put(listId, userId, { role, active: false, rev, at: now(), clientId: 'server' });
				return null;
			});
		}
	};
}

/** The same for a list that never was and for somebody else's: its id tells nothing. */
const NO_SUCH_LIST = errorBody('not_found', 'There is no such list.');
const INVITE_ONLY = errorBody('invite_only', 'This server takes new people by invite only.');
const LAST_EDITOR = errorBody(
	'forbidden',
	'Nobody else could change this list then. Let somebody change it first, or delete it.'
);

/** Undoes what its transaction has written so far. */
class Refused extends Error {
	readonly body: ErrorBody;

	constructor(body: ErrorBody) {
		super(body.error.message);
		this.body = body;
	}
}

function refusalOf(cause: unknown): ErrorBody {
	if (cause instanceof Refused) return cause.body;
	throw cause;
}
