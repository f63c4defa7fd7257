import * as v from 'valibot';
import {
	MAX_NOTE_LENGTH,
	MAX_PIECE_GRAMS,
	MAX_QUANTITY_MILLI,
	nameProblem
} from '#lib/domain/item.ts';
import { MAX_BUDGET_CENTS, MAX_TAX_BASIS_POINTS } from '#lib/domain/list.ts';
import type { MutationArgs, MutationName } from '#lib/domain/mutation-args.ts';
import { MAX_MULTI_BUY, MAX_PRICE_CENTS, MAX_STORE_LENGTH } from '#lib/domain/own-price.ts';
import type { Unit } from '#lib/domain/quantity.ts';
import { isUnit } from '#lib/domain/units.ts';

/** At most this many mutations travel in one request. */
export const MAX_MUTATIONS = 100;
/** One mutation's arguments as JSON. */
export const MAX_ARGS_BYTES = 8 * 1024;

/** Made on the device: 16 random bytes in base64url. Others are accepted as long as they mean nothing elsewhere. */
export const idSchema = v.pipe(
	v.string(),
	v.regex(/^[A-Za-z0-9_-]{1,64}$/, 'An id has 1 to 64 letters, digits, "-" or "_".')
);

const nameSchema = v.pipe(
	v.string(),
	v.rawCheck(({ dataset, addIssue }) => {
		const problem = dataset.typed ? nameProblem(dataset.value) : null;
		if (problem !== null) addIssue({ message: problem });
	})
);

const unitSchema = v.custom<Unit>(
	(text) => typeof text === 'string' && isUnit(text),
	'There is no such unit.'
);

const quantitySchema = v.strictObject({
	milli: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(MAX_QUANTITY_MILLI)),
	unit: v.nullable(unitSchema)
});

const noteSchema = v.pipe(v.string(), v.maxLength(MAX_NOTE_LENGTH));

export const pieceGramsSchema = v.pipe(
	v.number(),
	v.finite(),
	v.minValue(0.1),
	v.maxValue(MAX_PIECE_GRAMS)
);

/** Whole cents, never 0: unknown is null, and nothing is free. */
export const centsSchema = (most: number) =>
	v.pipe(
		v.number(),
		v.safeInteger('An amount is in whole cents.'),
		v.minValue(1, 'An amount is at least one cent.'),
		v.maxValue(most, 'This amount is larger than one can be.')
	);
export const taxSchema = v.pipe(
	v.number(),
	v.safeInteger(),
	v.minValue(0),
	v.maxValue(MAX_TAX_BASIS_POINTS)
);
export const storeSchema = v.pipe(v.string(), v.maxLength(MAX_STORE_LENGTH));
/** What `normalizeName` makes; it may be longer than the name. */
export const normSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(400));

/** What somebody paid, but for whose it is. */
export const ownPriceEntries = {
	productId: v.nullable(idSchema),
	norm: normSchema,
	priceCents: centsSchema(MAX_PRICE_CENTS),
	multiBuy: v.nullable(
		v.strictObject({
			count: v.pipe(v.number(), v.safeInteger(), v.minValue(2), v.maxValue(MAX_MULTI_BUY)),
			cents: centsSchema(MAX_PRICE_CENTS)
		})
	),
	store: storeSchema,
	source: v.picklist(['manual', 'receipt'])
};

const patchSchema = v.strictObject({
	name: v.exactOptional(nameSchema),
	quantity: v.exactOptional(quantitySchema),
	note: v.exactOptional(noteSchema),
	checked: v.exactOptional(v.boolean()),
	productId: v.exactOptional(v.nullable(idSchema)),
	taxable: v.exactOptional(v.nullable(v.boolean())),
	pieceGrams: v.exactOptional(v.nullable(pieceGramsSchema))
});

const listPatchSchema = v.strictObject({
	budgetCents: v.exactOptional(v.nullable(centsSchema(MAX_BUDGET_CENTS))),
	taxBasisPoints: v.exactOptional(taxSchema),
	store: v.exactOptional(storeSchema)
});

const listOnly = v.strictObject({ listId: idSchema });
const onlyMine = v.exactOptional(v.literal(true));
const itemOnly = v.strictObject({ listId: idSchema, id: idSchema, onlyMine });

/** What each mutation must look like; checked one at a time, so that a bad one never holds up the honest ones. */
export const mutationArgsSchemas: {
	readonly [N in MutationName]: v.GenericSchema<unknown, MutationArgs[N]>;
} = {
	'list.create': v.strictObject({ listId: idSchema, name: nameSchema }),
	'list.rename': v.strictObject({
		listId: idSchema,
		name: nameSchema,
		expect: v.exactOptional(v.string())
	}),
	'list.set': v.strictObject({
		listId: idSchema,
		patch: listPatchSchema,
		expect: v.exactOptional(listPatchSchema)
	}),
	'list.delete': listOnly,
	'list.restore': listOnly,
	'item.add': v.strictObject({
		listId: idSchema,
		id: idSchema,
		name: nameSchema,
		quantity: quantitySchema,
		note: noteSchema,
		productId: v.nullable(idSchema),
		keepSeparate: v.boolean()
	}),
	'item.set': v.strictObject({
		listId: idSchema,
		id: idSchema,
		patch: patchSchema,
		expect: v.exactOptional(patchSchema)
	}),
	'item.step': v.strictObject({
		listId: idSchema,
		id: idSchema,
		milli: v.pipe(
			v.number(),
			v.safeInteger(),
			v.minValue(-MAX_QUANTITY_MILLI),
			v.maxValue(MAX_QUANTITY_MILLI)
		),
		unit: v.nullable(unitSchema)
	}),
	'item.move': v.strictObject({
		listId: idSchema,
		id: idSchema,
		afterId: v.nullable(idSchema),
		onlyMine
	}),
	'item.delete': itemOnly,
	'item.restore': itemOnly,
	'item.clearChecked': v.strictObject({
		listId: idSchema,
		ids: v.pipe(v.array(idSchema), v.maxLength(1_000))
	}),
	'price.add': v.strictObject({ listId: idSchema, id: idSchema, ...ownPriceEntries }),
	'price.delete': itemOnly,
	'price.restore': itemOnly,
	'choice.set': v.strictObject({
		listId: idSchema,
		norm: normSchema,
		productId: v.nullable(idSchema),
		expect: v.exactOptional(v.nullable(idSchema))
	})
};
