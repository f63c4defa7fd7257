import { lineFor, type Line } from '#lib/domain/packs.ts';
import {
	formatPriceAge,
	priceState,
	type PriceObservation,
	type PriceState
} from '#lib/domain/price.ts';
import type { ReadCard } from './reader.ts';

/** What was read, with what it costs as far as this device knows. */
export interface PreviewCard extends ReadCard {
	readonly price: PriceObservation | null;
	readonly line: Line;
	readonly priceState: PriceState;
	readonly priceAge: string;
}

/** @param now wall-clock ms */
export function toPreviewCard(
	card: ReadCard,
	price: PriceObservation | null,
	now: number
): PreviewCard {
	return {
		...card,
		price,
		line: lineFor(card.quantity, card.product, price),
		priceState: priceState(price, now),
		priceAge: price ? formatPriceAge(price, now) : ''
	};
}

/** "Add 3", and another verb where the text says to do something else; "Add" where there is nothing to do. */
export function toAction(cards: readonly ReadCard[]): string {
	const done = cards.filter((card) => card.plan.kind !== 'nothing');
	if (done.length === 0) return 'Add';
	const actions = new Set(done.map((card) => card.action));
	const [only] = actions.size === 1 ? actions : [];
	const verb = only === 'add' ? 'Add' : only === 'remove' ? 'Remove' : 'Change';
	return `${verb} ${done.length}`;
}
