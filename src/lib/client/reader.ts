import { planAdd, type AddPlan } from '#lib/domain/add-plan.ts';
import {
	cleanText,
	nameProblem,
	MAX_NOTE_LENGTH,
	normalizeName,
	type Item
} from '#lib/domain/item.ts';
import type { ItemPatch } from '#lib/domain/mutation-args.ts';
import type { Product } from '#lib/domain/product.ts';
import { formatQuantity, type Quantity, type Unit } from '#lib/domain/quantity.ts';
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
	/** Where it stands in the text, which is what a rejection remembers; "a dozen" is one chip of two spans. */
	readonly spans: readonly [Span, ...Span[]];
}

export type CardPlan =
	| AddPlan
	| { readonly kind: 'remove'; readonly item: Item }
	| { readonly kind: 'change'; readonly item: Item; readonly patch: ItemPatch }
	/** What it is about is not on the list. */
	| { readonly kind: 'nothing' };

export interface ReadOptions {
	readonly items: Iterable<Item>;
	readonly isRejected: (span: Span) => boolean;
	readonly isSeparate: (key: string) => boolean;
	/** The product that a name means on this list. */
	readonly productFor: FindProduct;
}

export interface ReadText {
	readonly reading: Reading;
	readonly cards: readonly ReadCard[];
}

/** The product that a name means here, or null. */
type FindProduct = (name: string) => Product | null;

/** Reads the bar's text against what is on the list. */
export function readText(text: string, options: ReadOptions): ReadText {
	const reading = parse(text);
	const items = [...options.items];
	return {
		reading,
		cards: reading.items.map((item) => readCard(text, item, items, options))
	};
}

function readCard(
	text: string,
	read: ReadItem,
	items: readonly Item[],
	{ isRejected, isSeparate, productFor }: ReadOptions
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
	const product = productFor(name);
	const typed = has('quantity') || has('unit') ? quantity : null;
	const plan =
		read.action === 'add'
			? planAdd(items, { name, quantity: typed }, isSeparate(key))
			: planChange(read, items, { name, quantity, productFor });
	return {
		key,
		action: read.action,
		name,
		quantity,
		note,
		chips: chipsOf(text, kept, read.unit),
		product,
		plan,
		fate: fateOf(plan),
		problem: problemOf(plan.kind === 'change' ? (plan.patch.name ?? name) : name, note)
	};
}

/** A chip that was rejected was not an amount after all: its words go back into the name, in the order typed. */
function wordsOf(text: string, read: ReadItem, rejected: readonly Span[]): string {
	return [...read.spans.filter((span) => span.role === 'name'), ...rejected]
		.sort((a, b) => a.start - b.start)
		.map((span) => text.slice(span.start, span.end))
		.join(' ');
}

function chipsOf(text: string, spans: readonly Span[], unit: Unit | null): Chip[] {
	const chips: Chip[] = [];
	const textOf = (from: Span, to: Span) => cleanText(text.slice(from.start, to.end));
	for (const span of spans) {
		if (span.role === 'name' || span.role === 'action') continue;
		const last = chips.at(-1);
		// "A dozen" is an amount to everybody, whatever the units of this program.
		if (span.role === 'unit' && unit === 'dozen' && last?.role === 'quantity')
			chips.splice(-1, 1, {
				role: 'quantity',
				text: textOf(last.spans[0], span),
				spans: [...last.spans, span]
			});
		else chips.push({ role: span.role, text: textOf(span, span), spans: [span] });
	}
	return chips;
}

function planChange(
	{ action, swapFor = '' }: ReadItem,
	items: readonly Item[],
	{ name, quantity, productFor }: { name: string; quantity: Quantity; productFor: FindProduct }
): CardPlan {
	const norm = normalizeName(name);
	const item = items.find((candidate) => candidate.norm === norm);
	if (!item) return { kind: 'nothing' };
	if (action === 'remove') return { kind: 'remove', item };
	if (action === 'check') return { kind: 'change', item, patch: { checked: true } };
	if (action === 'set') return { kind: 'change', item, patch: { quantity } };
	const product = productFor(swapFor);
	const patch = { name: capitalize(cleanText(swapFor)), productId: product?.id ?? null };
	return { kind: 'change', item, patch };
}

function fateOf(plan: CardPlan): string {
	switch (plan.kind) {
		case 'new':
			return '';
		case 'raise':
			return `On the list with ${formatQuantity(plan.item.quantity)}. Becomes ${formatQuantity(plan.becomes)}`;
		case 'back':
			return 'In the cart. Goes back on the list';
		case 'remove':
			return 'Comes off the list';
		case 'change':
			if (plan.patch.checked) return 'Goes in the cart';
			return `Becomes ${plan.patch.name ?? formatQuantity(plan.patch.quantity ?? plan.item.quantity)}`;
		case 'nothing':
			return 'Not on the list';
	}
}

function problemOf(name: string, note: string): string {
	if (note.length > MAX_NOTE_LENGTH)
		return `A note has at most ${MAX_NOTE_LENGTH.toLocaleString('en-US')} characters; this one has ${note.length.toLocaleString('en-US')}.`;
	return name === '' ? 'This does not say which item.' : (nameProblem(name) ?? '');
}

/** "milk" is written "Milk"; a word with capitals of its own ("iPhone cable") stays as it was typed. */
function capitalize(name: string): string {
	const [first = ''] = name.split(' ', 1);
	return first === first.toLowerCase() ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}
