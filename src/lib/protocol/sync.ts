import * as v from 'valibot';
import type { Choice } from '#lib/domain/choice.ts';
import type { Item } from '#lib/domain/item.ts';
import type { List } from '#lib/domain/list.ts';
import type { Member } from '#lib/domain/member.ts';
import type { OwnPrice } from '#lib/domain/own-price.ts';
import { ERROR_CODES } from './error.ts';
import { idSchema, MAX_MUTATIONS } from './mutations.ts';
import { roleSchema } from './people.ts';
import { salvageSchema } from './salvage.ts';

/**
 * One request does everything: intents up, rows down. The same schema stands behind the socket's acknowledgement
 * and `POST /api/sync`.
 */

const counterSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** The envelope only: name and arguments are judged one mutation at a time, so that a bad one blocks no other. */
const sentMutationSchema = v.object({
	mid: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
	muid: idSchema,
	name: v.string(),
	args: v.unknown(),
	/** Wall-clock ms on the author's own clock. */
	at: v.pipe(v.number(), v.finite()),
	base: counterSchema,
	epoch: v.nullable(v.string())
});
export type SentMutation = v.InferOutput<typeof sentMutationSchema>;

export const syncRequestSchema = v.object({
	v: v.pipe(v.number(), v.safeInteger()),
	clientId: idSchema,
	/** The server timeline that `cursor` belongs to; null before the first answer. */
	epoch: v.nullable(v.pipe(v.string(), v.maxLength(64))),
	cursor: counterSchema,
	acked: counterSchema,
	/** What the last answer carried; shows that the server itself once gave out this cursor. */
	proof: v.nullable(v.pipe(v.string(), v.maxLength(128))),
	/** The author's clock now, so that a mutation's age can be told without trusting it. */
	now: v.pipe(v.number(), v.finite()),
	/** After a restore: what this device held of the timeline before. */
	salvage: v.optional(salvageSchema),
	/** The lowest unacknowledged mutations, in order. */
	muts: v.pipe(v.array(sentMutationSchema), v.maxLength(MAX_MUTATIONS))
});
export type SyncRequest = v.InferOutput<typeof syncRequestSchema>;

const stampSchema = v.tuple([v.number(), v.number(), v.string()]);
const stampsSchema = v.objectWithRest({ $: stampSchema }, stampSchema);
const rowEntries = { id: v.string(), listId: v.string(), rev: v.number(), stamps: stampsSchema };

/** Answers come from our own server, so a device checks their shape and trusts their contents. */
const listSchema = v.object({
	...rowEntries,
	name: v.string(),
	deletedAt: v.nullable(v.number()),
	budgetCents: v.nullable(v.number()),
	taxBasisPoints: v.number(),
	store: v.string()
});
const itemSchema = v.object({
	...rowEntries,
	name: v.string(),
	norm: v.string(),
	quantity: v.object({ milli: v.number(), unit: v.nullable(v.string()) }),
	note: v.string(),
	checked: v.boolean(),
	position: v.string(),
	productId: v.nullable(v.string()),
	keepSeparate: v.boolean(),
	taxable: v.nullable(v.boolean()),
	pieceGrams: v.nullable(v.number()),
	deletedAt: v.nullable(v.number()),
	mergedInto: v.nullable(v.string())
});
const memberSchema = v.object({
	...rowEntries,
	userId: v.string(),
	name: v.string(),
	role: roleSchema,
	active: v.boolean()
});

const ownPriceSchema = v.object({
	...rowEntries,
	productId: v.nullable(v.string()),
	norm: v.string(),
	priceCents: v.number(),
	multiBuy: v.nullable(v.object({ count: v.number(), cents: v.number() })),
	store: v.string(),
	source: v.picklist(['manual', 'receipt']),
	deletedAt: v.nullable(v.number())
});
const choiceSchema = v.object({
	...rowEntries,
	norm: v.string(),
	productId: v.nullable(v.string())
});

const rejectSchema = v.object({
	mid: v.number(),
	muid: v.string(),
	code: v.picklist(ERROR_CODES),
	message: v.string()
});
export type Reject = v.InferOutput<typeof rejectSchema>;

export const syncAnswerSchema = v.object({
	epoch: v.string(),
	/** The cursor the request named; the answer applies only while the device still stands there. */
	base: v.number(),
	cursor: v.number(),
	/** The rows are everything there is: the base is to be cleared first. */
	reset: v.boolean(),
	lmid: v.number(),
	/** The rows that the request offered were looked at; the device need not keep them. */
	salvaged: v.boolean(),
	proof: v.string(),
	rows: v.object({
		lists: v.array(listSchema),
		items: v.array(itemSchema),
		members: v.array(memberSchema),
		ownPrices: v.array(ownPriceSchema),
		choices: v.array(choiceSchema)
	}),
	/** Whose the clients named in the stamps are. */
	authors: v.record(v.string(), v.string()),
	/** Lists to forget: lost, or sent whole in `rows`. */
	gone: v.array(v.string()),
	rejects: v.array(rejectSchema)
});
export interface SyncAnswer extends Omit<v.InferOutput<typeof syncAnswerSchema>, 'rows'> {
	readonly rows: {
		readonly lists: List[];
		readonly items: Item[];
		readonly members: Member[];
		readonly ownPrices: OwnPrice[];
		readonly choices: Choice[];
	};
}

/** Down: a hint without data that the server has something newer; a device that missed it asks every minute anyway. */
export const pokeSchema = v.object({ seq: v.number() });
export type Poke = v.InferOutput<typeof pokeSchema>;
