import * as v from 'valibot';
import { choiceId, type Choice } from '#lib/domain/choice.ts';
import {
	MAX_NOTE_LENGTH,
	MAX_QUANTITY_MILLI,
	nameProblem,
	normalizeName,
	type Item
} from '#lib/domain/item.ts';
import { MAX_BUDGET_CENTS, type List } from '#lib/domain/list.ts';
import type { Role } from '#lib/domain/member.ts';
import type { OwnPrice } from '#lib/domain/own-price.ts';
import type { Unit } from '#lib/domain/quantity.ts';
import { isUnit } from '#lib/domain/units.ts';
import {
	centsSchema,
	idSchema,
	normSchema,
	ownPriceEntries,
	pieceGramsSchema,
	storeSchema,
	taxSchema
} from './mutations.ts';
import { roleSchema } from './people.ts';

/** A device offers at most so many rows in one request; the rest follows with the next. */
export const MAX_SALVAGE_ROWS = 200;

/** Whatever a device held; each row is looked at by itself, so that a bad one does not cost the others. */
const rowsSchema = v.pipe(v.array(v.unknown()), v.maxLength(MAX_SALVAGE_ROWS));

/** Rows of a timeline that has ended, offered back; those of a list come with the list or after it. */
export const salvageSchema = v.object({
	lists: rowsSchema,
	members: rowsSchema,
	items: rowsSchema,
	/** Devices of protocol 3 and before have none. */
	ownPrices: v.optional(rowsSchema, []),
	choices: v.optional(rowsSchema, [])
});
export type SalvageOffer = v.InferOutput<typeof salvageSchema>;

const nameSchema = v.pipe(
	v.string(),
	v.check((name) => nameProblem(name) === null)
);
const timeSchema = v.pipe(v.number(), v.finite(), v.minValue(0));
const stampSchema = v.tuple([v.number(), timeSchema, idSchema]);
/** More fields than a row has, with what was lost of each. */
const MAX_STAMPS = 40;
const stampsSchema = v.pipe(
	v.objectWithRest({ $: stampSchema }, stampSchema),
	v.check((stamps) => Object.keys(stamps).length <= MAX_STAMPS)
);
const rowEntries = { id: idSchema, listId: idSchema, rev: v.number(), stamps: stampsSchema };

const listSchema = v.object({
	...rowEntries,
	name: nameSchema,
	deletedAt: v.nullable(timeSchema),
	budgetCents: v.optional(v.nullable(centsSchema(MAX_BUDGET_CENTS)), null),
	taxBasisPoints: v.optional(taxSchema, 0),
	store: v.optional(storeSchema, '')
});
const itemSchema = v.object({
	...rowEntries,
	name: nameSchema,
	quantity: v.object({
		milli: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(MAX_QUANTITY_MILLI)),
		unit: v.nullable(v.custom<Unit>((unit) => typeof unit === 'string' && isUnit(unit)))
	}),
	note: v.pipe(v.string(), v.maxLength(MAX_NOTE_LENGTH)),
	checked: v.boolean(),
	/** A fractional key; the lowest digit never ends one. */
	position: v.pipe(v.string(), v.regex(/^[0-9A-Za-z]{0,127}[1-9A-Za-z]$/)),
	productId: v.nullable(idSchema),
	keepSeparate: v.boolean(),
	taxable: v.optional(v.nullable(v.boolean()), null),
	pieceGrams: v.optional(v.nullable(pieceGramsSchema), null),
	deletedAt: v.nullable(timeSchema),
	mergedInto: v.nullable(idSchema)
});
const ownPriceSchema = v.object({
	...rowEntries,
	...ownPriceEntries,
	deletedAt: v.nullable(timeSchema)
});
const choiceSchema = v.object({
	...rowEntries,
	// Made anew from the list and the name.
	id: v.string(),
	norm: normSchema,
	productId: v.nullable(idSchema)
});
const memberSchema = v.object({
	listId: idSchema,
	userId: idSchema,
	role: roleSchema,
	active: v.boolean()
});

/** What a row that is offered has to look like. */
export const offeredSchemas = {
	list: listSchema,
	item: itemSchema,
	member: memberSchema,
	ownPrice: ownPriceSchema,
	choice: choiceSchema
};

/** @returns the list, or null for what is not one */
export function parseOfferedList(row: unknown): List | null {
	const parsed = v.safeParse(listSchema, row);
	if (!parsed.success || parsed.output.id !== parsed.output.listId) return null;
	return { ...parsed.output, stamps: parsed.output.stamps };
}

/** @returns the item, or null for what is not one */
export function parseOfferedItem(row: unknown): Item | null {
	const parsed = v.safeParse(itemSchema, row);
	if (!parsed.success) return null;
	const { output } = parsed;
	return { ...output, norm: normalizeName(output.name), stamps: output.stamps };
}

/** @returns what somebody paid, or null for what does not say so */
export function parseOfferedOwnPrice(row: unknown): OwnPrice | null {
	const parsed = v.safeParse(ownPriceSchema, row);
	return parsed.success ? { ...parsed.output, stamps: parsed.output.stamps } : null;
}

/** @returns a product that was picked, or null for what is not one */
export function parseOfferedChoice(row: unknown): Choice | null {
	const parsed = v.safeParse(choiceSchema, row);
	if (!parsed.success) return null;
	const { output } = parsed;
	return { ...output, id: choiceId(output.listId, output.norm), stamps: output.stamps };
}

export interface OfferedMember {
	readonly listId: string;
	readonly userId: string;
	readonly role: Role;
	readonly active: boolean;
}

/** @returns who was on which list, or null for what does not say so */
export function parseOfferedMember(row: unknown): OfferedMember | null {
	const parsed = v.safeParse(memberSchema, row);
	return parsed.success ? parsed.output : null;
}
