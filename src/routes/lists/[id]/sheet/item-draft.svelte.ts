import type { ItemRow } from '#lib/client/item-row.svelte.ts';
import { cleanText, MAX_NOTE_LENGTH, nameProblem, type Item } from '#lib/domain/item.ts';
import type { ItemPatch } from '#lib/domain/mutation-args.ts';
import { steppedMilli } from '#lib/domain/mutators.ts';
import { parseDecimalMilli, type Quantity, type Unit } from '#lib/domain/quantity.ts';

/** What stands in the fields of an item's sheet, not saved yet. */
export class ItemDraft {
	readonly row: ItemRow;
	name = $state('');
	/** As typed: "2", "1.5", "1 1/2". */
	amount = $state('');
	unit = $state<Unit | null>(null);
	note = $state('');
	/** Saving was tried, so what is wrong is said. */
	isTried = $state(false);

	/** What the fields began with: only what was changed since is written, whatever others write meanwhile. */
	readonly #opened: Item;

	constructor(row: ItemRow) {
		const { name, quantity, note } = row.item;
		this.row = row;
		this.#opened = row.item;
		this.name = name;
		this.amount = String(quantity.milli / 1_000);
		this.unit = quantity.unit;
		this.note = note;
	}

	/** null while the amount is none. */
	readonly quantity: Quantity | null = $derived.by(() => {
		const milli = parseDecimalMilli(this.amount);
		return milli === null ? null : { milli, unit: this.unit };
	});

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

	/** The fields that changed; null while one of them cannot be saved. */
	get patch(): ItemPatch | null {
		const item = this.#opened;
		const name = cleanText(this.name);
		const note = cleanText(this.note);
		const { quantity } = this;
		if (nameProblem(name) !== null || quantity === null || this.noteProblem !== '') return null;
		const { milli, unit } = item.quantity;
		const isSameQuantity = quantity.milli === milli && quantity.unit === unit;
		return {
			...(name === item.name ? {} : { name }),
			...(isSameQuantity ? {} : { quantity }),
			...(note === item.note ? {} : { note })
		};
	}

	/** One more or one less. */
	step(direction: 1 | -1): void {
		const milli = parseDecimalMilli(this.amount) ?? 0;
		this.amount = String(steppedMilli(milli, direction * 1_000) / 1_000);
	}
}
