import { bestPrice, type BestPrice, type RowPrice } from '#lib/domain/best-price.ts';
import type { Item } from '#lib/domain/item.ts';
import type { OwnPrice } from '#lib/domain/own-price.ts';
import type { Cents } from '#lib/domain/money.ts';
import { lineFor, type Line } from '#lib/domain/packs.ts';
import { formatPriceAge, priceState, type PriceState } from '#lib/domain/price.ts';
import type { Product } from '#lib/domain/product.ts';
import { checkboxName, describeAmount } from '#lib/domain/row-text.ts';
import { isTaxable, type TotalEntry } from '#lib/domain/total.ts';
import type { KnownProduct } from './db.ts';
import type { LiveTotals } from './totals.svelte.ts';

/** A price of the household's own, with what to call whoever saw it: "you", "Ben". */
export interface PaidPrice {
	readonly own: OwnPrice;
	readonly who: string;
}

/** How the figure of a row changed with its price, since somebody looked. */
export interface UnseenChange {
	readonly wasCents: Cents;
	readonly isUp: boolean;
}

/** One row of the screen. A tick replaces its `item`, and nothing else on the page is looked at. */
export class ItemRow {
	readonly id: string;
	readonly #clock: { readonly now: number };
	item: Item = $state.raw()!;
	known: KnownProduct | null = $state.raw()!;
	/** Just added: tinted for a moment. */
	isNew = $state(false);
	/** How often its figure has become another one under the eyes of whoever looks. */
	turns = $state(0);
	/** The sum of the group it stands in, which has to hear when the row changes. */
	groupTotals: LiveTotals | null = null;

	/** What the household paid for it last, and who that was. */
	paid: PaidPrice | null = $state.raw(null);

	constructor(item: Item, known: KnownProduct | null, clock: { readonly now: number }) {
		this.id = item.id;
		this.item = item;
		this.known = known;
		this.#clock = clock;
	}

	/** The price that counts, and what else is known of it. */
	readonly best: BestPrice = $derived(bestPrice(this.paid?.own ?? null, this.known?.price ?? null));

	readonly line: Line = $derived(
		lineFor(this.item.quantity, this.product, this.price, this.item.pieceGrams)
	);

	readonly priceState: PriceState = $derived.by(() => priceState(this.price, this.#clock.now));

	readonly priceAge: string = $derived.by(() =>
		this.price ? formatPriceAge(this.price, this.#clock.now, this.paid?.who) : ''
	);

	/** null also where the household's own price is shown, which news from a store leaves as it is. */
	readonly change: UnseenChange | null = $derived.by(() => {
		const { price, line } = this;
		const priceCents = this.known?.wasCents ?? null;
		if (!price || price.own || priceCents === null || line.cents === null) return null;
		const { quantity, pieceGrams } = this.item;
		const { cents } = lineFor(quantity, this.product, { ...price, priceCents }, pieceGrams);
		if (cents === null || cents === line.cents) return null;
		return { wasCents: cents, isUp: line.cents > cents };
	});

	/** The second line: how much of it, and the note. */
	readonly amountText: string = $derived(
		[describeAmount(this.item.quantity, this.product, this.line), this.item.note]
			.filter((part) => part !== '')
			.join(' · ')
	);

	/** What a screen reader calls the tick: name, amount, line total, and how old the price is. */
	readonly checkboxName: string = $derived.by(() =>
		checkboxName({
			name: this.item.name,
			quantity: this.item.quantity,
			product: this.product,
			line: this.line,
			price: this.price,
			...(this.paid && { who: this.paid.who }),
			now: this.#clock.now
		})
	);

	/** What the row adds to a total. */
	get totalEntry(): TotalEntry {
		const { cents, approximate } = this.line;
		const taxable = isTaxable(this.item.taxable, this.product);
		return { cents, approximate, checked: this.item.checked, taxable };
	}

	get product(): Product | null {
		return this.known?.product ?? null;
	}

	get price(): RowPrice | null {
		return this.best.shown;
	}
}
