import type { Unit } from '../quantity.ts';
import type { ItemAction, SpanRole } from './reading.ts';
import type { Token } from './tokens.ts';

/** An item while it is being read: every rule that claims a token gives it a role, what nobody claims is the name. */
export interface Draft {
	action: ItemAction;
	quantity: number | null;
	quantityMax: number | null;
	unit: Unit | null;
	readonly roles: Map<Token, SpanRole>;
	/** The amount is meant for the next items too: "1 tsp each salt and pepper". */
	isOfEach: boolean;
	/** The words that "swap A for B" puts in the place of the name. */
	swapFor: readonly Token[];
	/** What the rules doubt: each is a factor below 1. */
	readonly doubts: number[];
}

export function createDraft(action: ItemAction): Draft {
	return {
		action,
		quantity: null,
		quantityMax: null,
		unit: null,
		isOfEach: false,
		roles: new Map(),
		swapFor: [],
		doubts: []
	};
}

/** Gives the tokens from `from` up to `to` a role. */
export function claim(
	draft: Draft,
	tokens: readonly Token[],
	from: number,
	to: number,
	role: SpanRole
): void {
	for (const token of tokens.slice(from, to)) draft.roles.set(token, role);
}

/** The tokens of one role, in the order typed. */
export function claimedAs(draft: Draft, role: SpanRole): Token[] {
	return [...draft.roles]
		.filter(([, claimed]) => claimed === role)
		.map(([token]) => token)
		.sort((a, b) => a.index - b.index);
}

export function hasName(draft: Draft): boolean {
	for (const role of draft.roles.values()) if (role === 'name') return true;
	return false;
}

/** Gives the draft an amount that was read by itself. */
export function takeAmount(draft: Draft, { quantity, quantityMax, unit, roles }: Draft): void {
	draft.quantity = quantity;
	draft.quantityMax = quantityMax;
	draft.unit = unit;
	for (const [token, role] of roles) draft.roles.set(token, role);
}
