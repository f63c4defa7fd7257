import type { Alternative } from '#lib/client/alternatives.ts';
import { notePrice, pickProduct } from '#lib/client/household-acts.ts';
import type { ItemRow } from '#lib/client/item-row.svelte.ts';
import type { OpenList } from '#lib/client/items.svelte.ts';
import type { Prices } from '#lib/client/prices.svelte.ts';
import { cleanText, MAX_NOTE_LENGTH, nameProblem, type Item } from '#lib/domain/item.ts';
import type { ShelfPrice } from '#lib/domain/multi-buy.ts';
import type { ItemPatch } from '#lib/domain/mutation-args.ts';
import { steppedMilli } from '#lib/domain/mutators.ts';
import { MAX_STORE_LENGTH } from '#lib/domain/own-price.ts';
import type { Product } from '#lib/domain/product.ts';
import { parseDecimalMilli, type Quantity, type Unit } from '#lib/domain/quantity.ts';
import { isTaxable } from '#lib/domain/total.ts';
import { parseOwnPrice } from '#lib/domain/typed-price.ts';
import { gramsToOunces, ouncesToGrams } from './piece-weight.ts';

/** Where a sheet is opened and saved, and who says so aloud. */
interface DraftKeeper {
	readonly list: OpenList;
	readonly app: { readonly prices: Prices };
	draft: ItemDraft | null;
	say(sentence: string): void;
}

/** Puts a row into the sheet, and saves what was changed in the one that stands there. */
export function openDraft(screen: DraftKeeper, row: ItemRow, asksPrice: boolean): void {
	const { draft, list } = screen;
	// A new name finds its product in it, and then saving waits for nothing.
	list.finder().catch(() => undefined);
	if (draft?.row === row) return void (draft.asksPrice ||= asksPrice);
	if (draft?.patch) void draft.save(screen);
	screen.draft = new ItemDraft(row, { store: list.list?.store ?? '', asksPrice });
}

/** What stands in the fields of an item's sheet, not saved yet. */
export class ItemDraft {
	readonly row: ItemRow;
	name = $state('');
	/** As typed: "2", "1.5", "1 1/2". */
	amount = $state('');
	unit = $state<Unit | null>(null);
	note = $state('');
	/** What was picked here: null is no product, and undefined leaves it as it is. */
	picked = $state.raw<Alternative | null | undefined>(undefined);
	/** The field for a price of one's own is open. */
	asksPrice = $state(false);
	/** As typed: "3.48", "2 for 5"; empty sets none. */
	price = $state('');
	/** Where that was. */
	store = $state('');
	taxable = $state(false);
	/** What one piece weighs, in ounces as typed; empty is as the product says. */
	pieceOunces = $state('');
	/** Saving was tried, so what is wrong is said. */
	isTried = $state(false);

	/** What the fields began with: only what was changed since is written, whatever others write meanwhile. */
	readonly #opened: Item;
	readonly #openedTaxable: boolean;

	/** @param more where the list shops, and whether the price is what the sheet was opened for */
	constructor(row: ItemRow, { store = '', asksPrice = false } = {}) {
		const { name, quantity, note, taxable, pieceGrams } = row.item;
		this.row = row;
		this.#opened = row.item;
		this.#openedTaxable = isTaxable(taxable, row.product);
		this.name = name;
		this.amount = String(quantity.milli / 1_000);
		this.unit = quantity.unit;
		this.note = note;
		this.store = store;
		this.asksPrice = asksPrice;
		this.taxable = this.#openedTaxable;
		this.pieceOunces = gramsToOunces(pieceGrams);
	}

	/** null while the amount is none. */
	readonly quantity: Quantity | null = $derived.by(() => {
		const milli = parseDecimalMilli(this.amount);
		return milli === null ? null : { milli, unit: this.unit };
	});

	/** The one that is picked, or the row's. */
	get product(): Product | null {
		return this.picked === undefined ? this.row.product : (this.picked?.product ?? null);
	}

	/** null while the field is empty, or does not hold a price. */
	readonly ownPrice: ShelfPrice | null = $derived.by(() => {
		const reading = parseOwnPrice(this.price);
		return 'price' in reading ? reading.price : null;
	});

	/** In grams; null for as the product says, undefined while the field holds no weight. */
	get pieceGrams(): number | null | undefined {
		return ouncesToGrams(this.pieceOunces);
	}

	get nameProblem(): string {
		return this.isTried ? (nameProblem(cleanText(this.name)) ?? '') : '';
	}

	get amountProblem(): string {
		return this.isTried && this.quantity === null ? 'A number, like 2 or 1.5' : '';
	}

	get noteProblem(): string {
		const { length } = cleanText(this.note);
		const most = MAX_NOTE_LENGTH.toLocaleString('en-US');
		return length <= MAX_NOTE_LENGTH ? '' : `At most ${most} characters.`;
	}

	get priceProblem(): string {
		if (!this.isTried || this.price.trim() === '') return '';
		const reading = parseOwnPrice(this.price);
		return 'problem' in reading ? reading.problem : '';
	}

	get storeProblem(): string {
		const isLong = cleanText(this.store).length > MAX_STORE_LENGTH;
		return isLong ? `The name of a store has at most ${MAX_STORE_LENGTH} characters.` : '';
	}

	get weightProblem(): string {
		return this.isTried && this.pieceGrams === undefined ? 'A weight in ounces, like 4.5' : '';
	}

	/** The fields of the row that changed; null while anything here cannot be saved. */
	get patch(): ItemPatch | null {
		const item = this.#opened;
		const name = cleanText(this.name);
		const note = cleanText(this.note);
		const { quantity, pieceGrams, taxable } = this;
		if (nameProblem(name) !== null || quantity === null || this.noteProblem !== '') return null;
		if (pieceGrams === undefined || this.#isPriceWrong) return null;
		const { milli, unit } = item.quantity;
		const isSameQuantity = quantity.milli === milli && quantity.unit === unit;
		const isSameWeight = this.pieceOunces === gramsToOunces(item.pieceGrams);
		return {
			...(name === item.name ? {} : { name }),
			...(isSameQuantity ? {} : { quantity }),
			...(note === item.note ? {} : { note }),
			...(taxable === this.#openedTaxable ? {} : { taxable }),
			...(isSameWeight ? {} : { pieceGrams })
		};
	}

	/** One more or one less. */
	step(direction: 1 | -1): void {
		const milli = parseDecimalMilli(this.amount) ?? 0;
		this.amount = String(steppedMilli(milli, direction * 1_000) / 1_000);
	}

	/**
	 * Writes what was changed: fields, product and price are an act each, so that each can be taken back by itself.
	 * @returns whether it could be saved; the fields then say why not
	 */
	async save(screen: DraftKeeper): Promise<boolean> {
		const { list, app } = screen;
		this.isTried = true;
		const { patch, picked, ownPrice } = this;
		if (!patch) return false;
		const isEdited = Object.keys(patch).length > 0;
		if (isEdited && !(await list.edit(this.row.id, patch))) return false;
		// A row that was deleted meanwhile came back with the edit, as another one.
		const item = list.rows?.row(this.row.id)?.item ?? this.row.item;
		const productId = picked === undefined ? item.productId : (picked?.product.id ?? null);
		if (productId !== item.productId) pickProduct(list, app.prices, item, picked?.product ?? null);
		const at = { store: cleanText(this.store), source: 'manual' } as const;
		if (ownPrice) notePrice(list, { ...item, productId }, ownPrice, at);
		if (isEdited || productId !== item.productId || ownPrice)
			screen.say(`Saved ${patch.name ?? item.name}.`);
		return true;
	}

	get #isPriceWrong(): boolean {
		if (this.price.trim() === '') return false;
		return this.ownPrice === null || this.storeProblem !== '';
	}
}
