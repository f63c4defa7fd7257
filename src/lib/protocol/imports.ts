import * as v from 'valibot';
import { isUnit } from '#lib/domain/units.ts';
import type { Unit } from '#lib/domain/quantity.ts';
import type { ReadItem } from '#lib/domain/quick-add.ts';
import { idSchema } from './mutations.ts';

// Texts of many lines, which a model may read in the background; what is added is ordinary edits of a device.

/** UTF-16 units: what fits into a body. A device sends only the lines that its rules are unsure of. */
export const MAX_SENT_LENGTH = 200_000;
export const MAX_SENT_LINES = 10_000;
const BREAK = /\r\n|[\n\r\u0085\u2028\u2029]/;

/** Line by line; each has its number from its place. */
export const splitLines = (text: string): string[] => text.split(BREAK);

/** `POST /api/walmart/imports`. */
export const importRequestSchema = v.object(
	{
		/** Made by the device, so that asking again begins nothing new; without one the server makes it. */
		id: v.optional(idSchema),
		listId: idSchema,
		text: v.pipe(
			v.string('The field "text" must be a string.'),
			v.maxLength(MAX_SENT_LENGTH, `A text may have at most ${MAX_SENT_LENGTH} characters.`),
			v.check((text) => text.trim() !== '', 'There is nothing in this text.'),
			v.check(
				(text) => splitLines(text).length <= MAX_SENT_LINES,
				`A text may have at most ${MAX_SENT_LINES} lines.`
			)
		)
	},
	'The body must be a JSON object with "listId" and "text".'
);
export type ImportRequest = v.InferOutput<typeof importRequestSchema>;

/** `?after=` of `GET /api/walmart/imports/:id`: the last line that is known. */
export const afterLineSchema = v.pipe(
	v.nullable(v.string()),
	v.transform((text) => Number(text ?? 0)),
	v.safeInteger('"after" is the number of a line.'),
	v.minValue(0, '"after" is the number of a line.')
);

/** How far it has come, in lines with something in them. Also the event `import:progress`. */
export const importProgressSchema = v.object({
	id: v.string(),
	total: v.number(),
	/** Read, and not to be asked about any more. */
	done: v.number(),
	/** Read by the rules, and waiting for the model. */
	waiting: v.number()
});
export type ImportProgress = v.InferOutput<typeof importProgressSchema>;

/** A model gives no confidence. Its names consist of words as typed. */
type ProposedItem = Omit<ReadItem, 'confidence'>;

const unitSchema = v.custom<Unit>((unit) => typeof unit === 'string' && isUnit(unit));
const proposedSchema: v.GenericSchema<ProposedItem> = v.object({
	action: v.picklist(['add', 'remove', 'check', 'set', 'swap']),
	name: v.string(),
	quantity: v.nullable(v.number()),
	quantityMax: v.nullable(v.number()),
	unit: v.nullable(unitSchema),
	note: v.string(),
	swapFor: v.exactOptional(v.string()),
	spans: v.array(
		v.object({
			role: v.picklist(['quantity', 'unit', 'name', 'note', 'action']),
			start: v.number(),
			end: v.number()
		})
	)
});

/** `GET /api/walmart/imports/:id`. */
export const importSchema = v.object({
	...importProgressSchema.entries,
	listId: v.string(),
	/** Lines that have been read, in order. */
	lines: v.array(
		v.object({
			/** From 1, in the text that was sent. */
			line: v.number(),
			isWaiting: v.boolean(),
			/** As the rules read it. */
			items: v.array(v.intersect([proposedSchema, v.object({ confidence: v.number() })])),
			/** Another reading of the whole line, to be offered and never taken by itself; null where there is none. */
			also: v.nullable(v.array(proposedSchema))
		})
	),
	/** There are more: ask again with this as `after`. null at the end. */
	next: v.nullable(v.number())
});
export type ImportAnswer = v.InferOutput<typeof importSchema>;
