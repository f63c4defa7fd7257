import type { Unit } from '../quantity.ts';

/** What a text asks for. Only a change yields items. */
export type Intent = 'change' | 'question' | 'manage' | 'empty';
/**
 * Why there are no items: a question; the list itself is meant; a wish for another program ("call mom"); what was said
 * was taken back ("never mind"); only a greeting or thanks; a command that names no thing; no words at all.
 */
export type Nothing =
	'question' | 'list' | 'elsewhere' | 'taken-back' | 'chat' | 'unclear' | 'empty';
export type ItemAction = 'add' | 'remove' | 'check' | 'set' | 'swap';
export type SpanRole = 'quantity' | 'unit' | 'name' | 'note' | 'action';

/** A stretch of the text as typed, in UTF-16 units; `end` is exclusive. */
export interface Span {
	readonly role: SpanRole;
	readonly start: number;
	readonly end: number;
}

/** What the rules understood. */
export interface Reading {
	readonly intent: Intent;
	readonly items: readonly ReadItem[];
	/** null when there are items. */
	readonly nothing: Nothing | null;
	/** The text was longer, or held more items, than one reading takes; the rest was not read. */
	readonly truncated: boolean;
}

export interface ReadItem {
	readonly action: ItemAction;
	/** The words typed. Empty only for "make it two" with nothing before it: the row touched last is meant. */
	readonly name: string;
	/** null when nobody said how many. */
	readonly quantity: number | null;
	/** The upper end of "2-3 leeks". */
	readonly quantityMax: number | null;
	readonly unit: Unit | null;
	/** Size, preparation and purpose; empty when there is none. */
	readonly note: string;
	/** What "swap butter for margarine" puts in the place of `name`. */
	readonly swapFor?: string;
	/** Where it came from: inside the text, in order, never overlapping, also across the items of a reading. */
	readonly spans: readonly Span[];
	/** From 0 to 1: how sure the rules are. */
	readonly confidence: number;
}
