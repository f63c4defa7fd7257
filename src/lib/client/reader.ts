import { planAdd, type AddPlan } from '#lib/domain/add-plan.ts';
import { embeddedCatalog, type Catalog } from '#lib/domain/catalog.ts';
import {
	cleanText,
	nameProblem,
	MAX_NOTE_LENGTH,
	normalizeName,
	type Item
} from '#lib/domain/item.ts';
import type { Product } from '#lib/domain/product.ts';
import { formatQuantity, type Quantity } from '#lib/domain/quantity.ts';
import {
	parse,
	readingToQuantity,
	type ReadItem,
	type Reading,
	type Span
} from '#lib/domain/quick-add.ts';

/**
 * Turns what stands in the add bar into what would happen: the parser, the catalog and the plan for each item.
 * This module carries their weight, so the page loads it when the bar gets the focus.
 */

export type ChipRole = 'quantity' | 'unit' | 'note';

/** What will become of one item that was read, before Enter. */
export interface ReadCard {
	readonly key: string;
	readonly action: ReadItem['action'];
	readonly name: string;
	readonly quantity: Quantity;
	readonly note: string;
	readonly chips: readonly Chip[];
	readonly product: Product | null;
	readonly plan: CardPlan;
	/** What happens, where that is more than a new row; '' otherwise. */
	readonly fate: string;
	/** Why it cannot be done, or ''. */
	readonly problem: string;
}

export interface Chip {
	readonly role: ChipRole;
	readonly text: string;
	/** Where it stands in the text, which is what a rejection remembers. */
	readonly span: Span;
}

export type CardPlan =
	AddPlan | { readonly kind: 'act'; readonly item: Item } | { readonly kind: 'nothing' };

export interface ReadOptions {
	readonly items: Iterable<Item>;
	readonly isRejected: (span: Span) => boolean;
	readonly isSeparate: (key: string) => boolean;
}

export interface ReadText {
	readonly reading: Reading;
	readonly cards: readonly ReadCard[];
}

/** Reads the bar's text against what is on the list. Pure but for the catalog, which is built once. */
export function readText(text: string, options: ReadOptions): ReadText {
	const reading = parse(text);
	const items = [...options.items];
	const catalog = embeddedCatalog();
	return {
		reading,
		cards: reading.items.map((item) => readCard(text, item, items, catalog, options))
	};
}

function readCard(
	text: string,
	read: ReadItem,
	items: readonly Item[],
	catalog: Catalog,
	{ isRejected, isSeparate }: ReadOptions
): ReadCard {
	const kept = read.spans.filter((span) => !isRejected(span));
	const has = (role: Span['role']) => kept.some((span) => span.role === role);
	const lost = (role: Span['role']) => read.spans.some((span) => span.role === role) && !has(role);
	const quantity = readingToQuantity({
		...read,
		...(lost('quantity') ? { quantity: null, quantityMax: null } : {}),
		...(lost('unit') ? { unit: null } : {})
	});
	const rejected = read.spans.filter(isRejected);
	const name = capitalize(
		cleanText(rejected.length === 0 ? read.name : wordsOf(text, read, rejected))
	);
	const note = lost('note') ? '' : cleanText(read.note);
	const key = `${read.action}:${read.spans[0]?.start ?? 0}:${normalizeName(name)}`;
	const product = catalog.match(name);
	const typed = has('quantity') || has('unit') ? quantity : null;
	const plan = planFor(read.action, items, { name, quantity: typed }, isSeparate(key));
	return {
		key,
		action: read.action,
		name,
		quantity,
		note,
		chips: chipsOf(text, kept),
		product,
		plan,
		fate: fateOf(read.action, plan),
		problem: problemOf(name, note)
	};
}

/** A chip that was rejected was not an amount after all: its words go back into the name, in the order typed. */
function wordsOf(text: string, read: ReadItem, rejected: readonly Span[]): string {
	return [...read.spans.filter((span) => span.role === 'name'), ...rejected]
		.sort((a, b) => a.start - b.start)
		.map((span) => text.slice(span.start, span.end))
		.join(' ');
}

function chipsOf(text: string, spans: readonly Span[]): Chip[] {
	return spans.flatMap((span) => {
		if (span.role === 'name' || span.role === 'action') return [];
		return [{ role: span.role, text: cleanText(text.slice(span.start, span.end)), span }];
	});
}

function planFor(
	action: ReadItem['action'],
	items: readonly Item[],
	read: { name: string; quantity: Quantity | null },
	keepSeparate: boolean
): CardPlan {
	if (action === 'add') return planAdd(items, read, keepSeparate);
	const norm = normalizeName(read.name);
	const item = items.find((candidate) => candidate.norm === norm);
	// A swap needs both its names; that reading comes with part 6, and until then it changes nothing.
	return item && action !== 'swap' ? { kind: 'act', item } : { kind: 'nothing' };
}

function fateOf(action: ReadItem['action'], plan: CardPlan): string {
	switch (plan.kind) {
		case 'new':
			return '';
		case 'raise':
			return `On the list with ${formatQuantity(plan.item.quantity)}. Becomes ${formatQuantity(plan.becomes)}`;
		case 'back':
			return 'In the cart. Goes back on the list';
		case 'act':
			return action === 'remove'
				? 'Comes off the list'
				: action === 'check'
					? 'Goes in the cart'
					: 'Gets this amount';
		case 'nothing':
			return action === 'swap' ? 'Swapping by words comes later' : 'Not on the list';
	}
}

function problemOf(name: string, note: string): string {
	if (note.length > MAX_NOTE_LENGTH)
		return `A note has at most ${MAX_NOTE_LENGTH.toLocaleString('en-US')} characters; this one has ${note.length.toLocaleString('en-US')}.`;
	return nameProblem(name) ?? '';
}

/** "milk" is written "Milk"; a word with capitals of its own ("iPhone cable") stays as it was typed. */
function capitalize(name: string): string {
	const [first = ''] = name.split(' ', 1);
	return first === first.toLowerCase() ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}
