import type { Member } from '#lib/domain/member.ts';
import type { Replica } from './replica.ts';

interface Known extends Pick<Replica, 'members' | 'meta'> {
	subscribe(listener: () => void): () => void;
}

/** Who is on the lists of this device, as the server said it last. */
export class People {
	#members = $state.raw<readonly Member[]>([]);
	#me = $state.raw<string | null>(null);
	readonly #replica: Known;

	constructor(replica: Known) {
		this.#replica = replica;
		const look = () => {
			this.#me = replica.meta.userId;
			const now = [...replica.members.values()];
			const isSame =
				now.length === this.#members.length && now.every((one, i) => one === this.#members[i]);
			if (!isSame) this.#members = now;
		};
		look();
		replica.subscribe(look);
	}

	/** Those who are on a list now: me first, then by name. Empty while the server does not know the list. */
	on(listId: string): readonly Member[] {
		const rank = ({ userId, name }: Member) => `${userId === this.#me ? 0 : 1} ${name} ${userId}`;
		return this.#members
			.filter((member) => member.listId === listId && member.active)
			.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
	}

	/** 1 to 4, by the order in which people came onto the list: the same on every device, and seldom twice. */
	colorOf({ listId, userId }: Member): number {
		const inOrder = this.#members
			.filter((member) => member.listId === listId)
			.sort((a, b) => a.stamps.$[0] - b.stamps.$[0] || (a.userId < b.userId ? -1 : 1));
		return (inOrder.findIndex((member) => member.userId === userId) % 4) + 1;
	}

	/** Whether this person may change a list; a list that the server does not know yet is their own. */
	canEdit(listId: string): boolean {
		const isMine = ({ userId, listId: on }: Member) => userId === this.#me && on === listId;
		return this.#members.find(isMine)?.role !== 'viewer';
	}

	/** What somebody is called, on this list or another, also after they left; '' when nobody said. */
	nameOf(userId: string): string {
		// A list that was left may still carry an older name.
		const newest = this.#members.reduce<Member | null>(
			(found, one) => (one.userId === userId && one.rev > (found?.rev ?? -1) ? one : found),
			null
		);
		return newest?.name ?? '';
	}

	/** The reader's own name; '' when none was given, or the server never said. */
	get ownName(): string {
		return this.#me === null ? '' : this.nameOf(this.#me);
	}

	/** Whether the reader is somebody to others: with a name, or on a list that is shared. Pairing leaves those alone. */
	get isSomebody(): boolean {
		const others = this.#members.some(({ userId, active }) => active && userId !== this.#me);
		return this.ownName !== '' || others;
	}

	/** What to call a person; null for the one who reads it. */
	callOther(userId: string): string | null {
		return userId === this.#me ? null : this.nameOf(userId) || 'Somebody';
	}

	/** The same for whoever a client in a stamp belongs to. */
	callClient(clientId: string): string | null {
		const { authors, clientId: own } = this.#replica.meta;
		return clientId === own ? null : this.callOther(authors[clientId] ?? '');
	}
}
