import type { ImportItem } from '#lib/domain/import-plan.ts';
import type { ImportLine } from '#lib/domain/import-line.ts';
import { cleanText, MAX_NOTE_LENGTH, nameProblem } from '#lib/domain/item.ts';
import type { Product } from '#lib/domain/product.ts';
import type { Quantity } from '#lib/domain/quantity.ts';
import { isSure } from '#lib/domain/quick-add/sure.ts';
import { readingToQuantity } from '#lib/domain/quick-add.ts';
import type { ImportAnswer } from '#lib/protocol/imports.ts';
import { readText } from './reader.ts';

/** An item of a line with the product it was found to be. */
export interface ImportedItem extends ImportItem {
	readonly product: Product | null;
}

/** What a line was read as. */
export interface LineReading {
	readonly items: readonly ImportedItem[];
	/** Why there is nothing to add in it; '' where there is, and for a heading. */
	readonly problem: string;
	/** Another way to read it is worth a look. */
	readonly isUnsure: boolean;
}

export type FindProduct = (name: string) => Product | null;
export type Proposed = NonNullable<ImportAnswer['lines'][number]['also']>;

const none = () => false;

/** Reads a line by its columns, else with the rules of the add bar. Only what is to be added is taken. */
export function readLine(line: ImportLine, productFor: FindProduct): LineReading {
	if (line.isHeading) return { items: [], problem: '', isUnsure: false };
	if (line.fields) {
		const { name, quantity, note } = line.fields;
		return settled([toItem(name, quantity, note, productFor)], false);
	}
	const options = { items: [], productFor, isRejected: none, isSeparate: none };
	const { reading, cards } = readText(line.text, options);
	if (reading.truncated)
		return refused('Too long for one line. Give each thing a line of its own.');
	if (cards.length === 0) return refused(NOTHING[reading.intent]);
	if (cards.some(({ action }) => action !== 'add'))
		return refused('This says to change something, and only things to add are taken.');
	const items = cards.map((card) => {
		const isSaid = card.chips.some(({ role }) => role !== 'note');
		return toItem(card.name, isSaid ? card.quantity : null, card.note, productFor);
	});
	return settled(items, !reading.items.every(isSure));
}

const NOTHING = {
	change: 'There is no item in it.',
	empty: 'There is no item in it.',
	question: 'This reads as a question.',
	manage: 'This is about a list, and no item.'
};

/** The whole line as the name of one thing. */
export function readAsWritten(line: ImportLine, productFor: FindProduct): LineReading {
	return settled([toItem(line.text, null, '', productFor)], false);
}

/** What a model made of it; null when that is nothing to add. */
export function readProposal(proposed: Proposed, productFor: FindProduct): LineReading | null {
	if (proposed.length === 0 || proposed.some(({ action }) => action !== 'add')) return null;
	const items = proposed.map((item) => {
		const isSaid = item.quantity !== null || item.unit !== null;
		const quantity = isSaid ? readingToQuantity({ ...item, confidence: 1 }) : null;
		return toItem(item.name, quantity, item.note, productFor);
	});
	const reading = settled(items, false);
	return reading.problem === '' ? reading : null;
}

function toItem(
	name: string,
	quantity: Quantity | null,
	note: string,
	productFor: FindProduct
): ImportedItem {
	const cleaned = cleanText(name);
	const shown = cleaned.charAt(0).toUpperCase() + cleaned.slice(1);
	const product = cleaned === '' ? null : productFor(shown);
	const productId = product?.id ?? null;
	return { name: shown, quantity, note: cleanText(note), productId, product };
}

function settled(items: readonly ImportedItem[], isUnsure: boolean): LineReading {
	const problem = items.map(problemOf).find((sentence) => sentence !== '');
	return problem === undefined ? { items, problem: '', isUnsure } : refused(problem);
}

function problemOf({ name, note }: ImportedItem): string {
	if (name === '') return 'This does not say which item.';
	if (note.length > MAX_NOTE_LENGTH) return 'Its note is too long.';
	return nameProblem(name) ?? '';
}

const refused = (problem: string): LineReading => ({ items: [], problem, isUnsure: false });
