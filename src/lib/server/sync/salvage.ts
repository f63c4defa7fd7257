import { MAX_CHOICES } from '#lib/domain/choice.ts';
import { TRASH_MS } from '#lib/domain/in-trash.ts';
import { MAX_LISTS, MAX_LIVE_ITEMS, type List } from '#lib/domain/list.ts';
import { MAX_MEMBERS } from '#lib/domain/member.ts';
import { MAX_OWN_PRICES } from '#lib/domain/own-price.ts';
import { salvageChoice, salvageItem, salvageList, salvageOwnPrice } from '#lib/domain/salvage.ts';
import {
	parseOfferedChoice,
	parseOfferedItem,
	parseOfferedList,
	parseOfferedMember,
	parseOfferedOwnPrice,
	type OfferedMember,
	type SalvageOffer
} from '#lib/protocol/salvage.ts';
import type { SyncStore } from './sync-store.ts';

/** For so long after the timeline began anew a device may offer what it held before. */
const SALVAGE_MS = 30 * 24 * 3_600_000;
/** Two timelines of one list together may hold more than a list can; beyond this it is no accident. */
const MAX_SALVAGED_ITEMS = 2 * MAX_LIVE_ITEMS;

interface SalvageTools {
	/** The revision of everything that changes. */
	readonly rev: number;
	/** Wall-clock ms. */
	readonly now: number;
	/** Gets the lists that something changed on. */
	readonly touched: Set<string>;
}

/**
 * Takes in what a device held of the timeline before this one. Nothing it offers goes beyond what its person could
 * have written: on a list that the server knows they have to be an editor, and one that it does not know becomes
 * theirs, with those of its people whom the server knows too. It runs inside the request's transaction.
 */
export function applySalvage(
	store: SyncStore,
	userId: string,
	offer: SalvageOffer,
	tools: SalvageTools
): void {
	if (tools.now - store.timeline.read().epochAt > SALVAGE_MS) return;
	const { rows } = store;
	const { touched } = tools;
	const members = present(offer.members.map(parseOfferedMember)).filter(({ active }) => active);
	for (const list of present(offer.lists.map(parseOfferedList))) {
		const people = members.filter(({ listId }) => listId === list.id);
		const isMine = isEditor(store, userId, list.id) || recreate(store, userId, list, people, tools);
		if (isMine && salvageList(rows, list, tools)) touched.add(list.id);
	}
	for (const item of present(offer.items.map(parseOfferedItem))) {
		if (!isEditor(store, userId, item.listId)) continue;
		const hasRoom = rows.get('items', item.id) ?? rows.liveCount(item.listId) < MAX_SALVAGED_ITEMS;
		if (hasRoom && salvageItem(rows, item, tools)) touched.add(item.listId);
	}
	for (const price of present(offer.ownPrices.map(parseOfferedOwnPrice))) {
		if (!isEditor(store, userId, price.listId)) continue;
		const hasRoom =
			rows.get('ownPrices', price.id) ?? rows.count('ownPrices', price.listId) < MAX_OWN_PRICES;
		if (hasRoom && salvageOwnPrice(rows, price, tools)) touched.add(price.listId);
	}
	for (const choice of present(offer.choices.map(parseOfferedChoice))) {
		if (!isEditor(store, userId, choice.listId)) continue;
		const hasRoom =
			rows.get('choices', choice.id) ?? rows.count('choices', choice.listId) < MAX_CHOICES;
		if (hasRoom && salvageChoice(rows, choice, tools)) touched.add(choice.listId);
	}
}

const present = <T>(values: readonly (T | null)[]): T[] => values.filter((value) => value !== null);

function isEditor({ members }: SyncStore, userId: string, listId: string): boolean {
	const membership = members.of(listId, userId);
	return membership?.active === true && membership.role === 'editor';
}

/**
 * Puts the people back onto a list that the server does not know; the list itself is put by the caller.
 * @returns false for a list that is known after all, that was purged, or that has no business coming back
 */
function recreate(
	{ rows, members }: SyncStore,
	userId: string,
	list: List,
	people: readonly OfferedMember[],
	{ rev, now }: SalvageTools
): boolean {
	const wasOn = people.some((person) => person.userId === userId);
	const isExpired = list.deletedAt !== null && now - list.deletedAt > TRASH_MS;
	// Who was on a purged list is kept as long as a tombstone is.
	const isKnown = rows.get('lists', list.id) !== undefined || members.onList(list.id).length > 0;
	if (isKnown || isExpired || !wasOn || members.listCountOf(userId) >= MAX_LISTS) return false;
	const known = people
		.filter((person) => person.userId === userId || members.isPerson(person.userId))
		.slice(0, MAX_MEMBERS);
	// Nobody could change it otherwise.
	const hasEditor = known.some(({ role }) => role === 'editor');
	for (const person of known) {
		const role = hasEditor || person.userId !== userId ? person.role : 'editor';
		members.put(list.id, person.userId, { role, active: true, rev, at: now, clientId: 'server' });
	}
	return true;
}
