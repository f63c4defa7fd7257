import { cleanText, nameProblem } from '#lib/domain/item.ts';
import type { Nothing, Span } from '#lib/domain/quick-add.ts';
import { samplePrice } from '#lib/domain/sample-price.ts';
import type { Announcer } from './announcer.svelte.ts';
import { newId } from './identity.ts';
import type { OpenList } from './items.svelte.ts';
import type { PreviewCard } from './preview-card.ts';
import type { ProductFinder } from './product-finder.ts';
import type { Prices } from './prices.svelte.ts';
import type { Chip, ReadText } from './reader.ts';

/** What reads and acts weighs more than the rest of the page, so it comes when the bar is first used. */
type Reader = Awaited<ReturnType<typeof loadReader>>;

/** The add bar: what stands in it, how it reads, and what Enter does. */
export class QuickAdd {
	text = $state('');
	/** Why the last Enter added nothing; '' once the text changes. */
	#refusal = $state('');
	#reader = $state.raw<Reader | null>(null);
	#finder: ProductFinder | null = null;
	/** Chips the person said no to, by where they stand in the text. */
	#rejected = $state.raw<ReadonlySet<string>>(new Set());
	#separate = $state.raw<ReadonlySet<string>>(new Set());
	readonly #list: OpenList;
	readonly #prices: Prices;
	readonly #announcer: Announcer;

	constructor(app: { prices: Prices; announcer: Announcer }, list: OpenList) {
		this.#list = list;
		this.#prices = app.prices;
		this.#announcer = app.announcer;
	}

	readonly #read: ReadText | null = $derived.by(() => {
		if (!this.#reader || this.text.trim() === '') return null;
		return this.#reader.readText(this.text, {
			items: this.#list.items,
			productFor: this.#productFor,
			isRejected: (span) => this.#rejected.has(keyOf(span)),
			isSeparate: (key) => this.#separate.has(key)
		});
	});

	readonly cards: readonly PreviewCard[] = $derived.by(() => {
		const reader = this.#reader;
		if (!reader || !this.#read) return [];
		const now = Date.now();
		return this.#read.cards.map((card) => {
			const { product } = card;
			const price = product && (this.#prices.get(product.id)?.price ?? samplePrice(product));
			return reader.toPreviewCard(card, price, now);
		});
	});

	/** What the button says; "Add" while there is nothing to do. */
	readonly action: string = $derived(this.#reader?.toAction(this.cards) ?? 'Add');

	/** The text's parts by role, in order, for the tints in the bar. */
	get spans(): readonly Span[] {
		return (this.#read?.reading.items ?? [])
			.flatMap((item) => item.spans)
			.filter((span) => !this.#rejected.has(keyOf(span)));
	}

	readonly #productFor = (name: string) => this.#finder?.productFor(name) ?? null;

	/** Why nothing, or not everything, would be added; '' when all is well. */
	get message(): string {
		if (this.#refusal !== '') return this.#refusal;
		const nothing = this.#read?.reading.nothing ?? null;
		return nothing === null ? '' : WHY_NOTHING[nothing];
	}

	/** Fetches the parser and the catalog; called when the bar gets the focus. */
	async load(): Promise<void> {
		// Once it is here Enter must not wait: what is typed next would stand in the bar when it is read.
		if (this.#reader) return;
		try {
			const [reader, finder] = await Promise.all([loadReader(), this.#list.finder()]);
			this.#finder = finder;
			this.#reader = reader;
		} catch {
			// No network and nothing cached: Enter then adds the text as it stands.
		}
	}

	/** Takes a chip for what it is not: its words go back into the name, the text stays. */
	reject(chip: Chip): void {
		this.#rejected = new Set([...this.#rejected, ...chip.spans.map(keyOf)]);
	}

	/** Gives the card a row of its own, though the same thing is on the list. */
	keepSeparate(card: PreviewCard): void {
		this.#separate = new Set([...this.#separate, card.key]);
	}

	/** Called as the text changes by typing or speaking. */
	onInput(): void {
		this.#refusal = '';
		void this.load();
	}

	clear(): void {
		this.text = '';
		this.#refusal = '';
		this.#rejected = new Set();
		this.#separate = new Set();
	}

	/**
	 * Does what the cards say, as one act, and empties the bar.
	 * @returns false when nothing was done: the text then stays, and `message` says why.
	 */
	async submit(): Promise<boolean> {
		await this.load();
		if (this.text.trim() === '') return false;
		const reason =
			this.#reader && this.#read
				? this.#perform(this.#reader, this.#read)
				: this.#addAsTyped(this.text);
		if (reason !== '') {
			if (this.message === '') this.#refusal = reason;
			return false;
		}
		this.clear();
		return true;
	}

	/** A tap on a starter adds it at once; what stands in the bar, or is typed meanwhile, is not touched. */
	async addStarter(name: string): Promise<void> {
		await this.load();
		const none = () => false;
		const { items } = this.#list;
		const options = { items, productFor: this.#productFor, isRejected: none, isSeparate: none };
		if (this.#reader) this.#perform(this.#reader, this.#reader.readText(name, options));
		else this.#addAsTyped(name);
	}

	/** @returns why nothing was done, or '' when it was. */
	#perform(reader: Reader, read: ReadText): string {
		const act = reader.toAct(read, this.#list.id, (key) => this.#separate.has(key));
		if (act.kind === 'refused') return act.reason;
		for (const { product } of act.cards) if (product) this.#prices.remember(product);
		this.#list.act(act.mutations, act.label, act.isPlain);
		this.#announcer.say(act.spoken);
		return '';
	}

	/** Without the reader a text is a name. @returns why it cannot be one, or '' when it was added. */
	#addAsTyped(text: string): string {
		const name = cleanText(text);
		const problem = nameProblem(name);
		if (problem !== null) return problem;
		const listId = this.#list.id;
		const onePiece = { milli: 1_000, unit: null };
		const item = { quantity: onePiece, note: '', productId: null, keepSeparate: false };
		const args = { ...item, listId, id: newId(), name };
		this.#list.act([{ name: 'item.add', args }], `Added "${name}"`, true);
		return '';
	}
}

/** What stands under the bar when a text adds nothing. */
const WHY_NOTHING: Record<Nothing, string> = {
	question: 'This reads as a question, so nothing is added.',
	list: 'This is about the list itself, so nothing is added.',
	elsewhere: 'This is nothing that a shopping list can do.',
	'taken-back': 'You took that back, so nothing is added.',
	chat: '',
	unclear: 'This does not say which item.',
	empty: ''
};

async function loadReader() {
	const [{ readText }, { toAct }, { toAction, toPreviewCard }] = await Promise.all([
		import('./reader.ts'),
		import('./add-act.ts'),
		import('./preview-card.ts')
	]);
	return { readText, toAct, toAction, toPreviewCard };
}

const keyOf = (span: Span): string => `${span.role}:${span.start}:${span.end}`;
