import * as v from 'valibot';
import { MAX_NOTE_LENGTH, MAX_QUANTITY_MILLI, nameProblem } from '#lib/domain/item.ts';
import type { MutationArgs, MutationName } from '#lib/domain/mutation-args.ts';
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

const patchSchema = v.strictObject({
	name: v.exactOptional(nameSchema),
	quantity: v.exactOptional(quantitySchema),
	note: v.exactOptional(noteSchema),
	checked: v.exactOptional(v.boolean()),
	productId: v.exactOptional(v.nullable(idSchema))
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
	})
};
