import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { isSchema, schemasToText } from '../../../tests/support/schema-text.ts';
import { handshakeSchema } from './client-version.ts';
import { errorBodySchema } from './error.ts';
import * as imports from './imports.ts';
import { idSchema, MAX_ARGS_BYTES, mutationArgsSchemas } from './mutations.ts';
import { parseRequestSchema } from './parse.ts';
import * as people from './people.ts';
import { priceHistorySchema } from './price-history.ts';
import * as prices from './prices.ts';
import * as products from './products.ts';
import { offeredSchemas, salvageSchema } from './salvage.ts';
import { statusSchema } from './status.ts';
import { pokeSchema, syncAnswerSchema, syncRequestSchema } from './sync.ts';
import { PROTOCOL_VERSION } from './version.ts';

/** What crossed the wire when the number was last raised. The test that fails says what to write here. */
const RECORDED = {
	version: 4,
	hash: 'f5a5d5c37ea4114562f08fd7f8f2aaa1281aa563ea862acbdcadeb5f0737987c'
};

/** Everything that crosses the wire. */
const WIRE = {
	handshake: handshakeSchema,
	error: errorBodySchema,
	sync: { up: syncRequestSchema, down: syncAnswerSchema, poke: pokeSchema },
	salvage: { up: salvageSchema, rows: offeredSchemas },
	mutations: { args: mutationArgsSchemas, id: idSchema, maxBytes: MAX_ARGS_BYTES },
	people: {
		session: { up: people.sessionRequestSchema, down: people.sessionSchema },
		invite: { up: people.inviteRequestSchema, down: people.linkSchema },
		redeem: { up: people.redeemRequestSchema, down: people.joinedSchema },
		devices: people.devicesSchema,
		role: people.roleSchema,
		nothing: people.nothingSchema
	},
	prices: {
		subscribe: prices.subscribeSchema,
		answer: prices.pricesSchema,
		update: prices.priceUpdateSchema,
		ids: products.priceIdsSchema
	},
	products: { up: products.productSearchSchema, down: products.productsSchema },
	priceHistory: priceHistorySchema,
	parse: parseRequestSchema,
	imports: {
		up: imports.importRequestSchema,
		after: imports.afterLineSchema,
		progress: imports.importProgressSchema,
		down: imports.importSchema
	},
	status: statusSchema
};

const files = import.meta.glob<Record<string, unknown>>(['./*.ts', '!./*.test.ts'], {
	eager: true
});

describe('the version of the protocol', () => {
	test('is raised with every change of what crosses the wire', () => {
		const hash = createHash('sha256').update(schemasToText(WIRE)).digest('hex');
		const current = { version: PROTOCOL_VERSION, hash };
		expect(
			current,
			'What crosses the wire is not what was recorded for this version: raise PROTOCOL_VERSION in version.ts, ' +
				'unless that number was never released, and record the new number and hash in RECORDED.'
		).toEqual(RECORDED);
	});

	test('covers every schema that a file of the protocol offers', () => {
		const seen = new Set<unknown>();
		schemasToText(WIRE, seen);
		for (const [file, module] of Object.entries(files))
			for (const [name, offered] of Object.entries(module))
				if (isSchema(offered)) expect(seen.has(offered), `${file}: ${name}`).toBe(true);
	});
});

describe('the text of a schema', () => {
	const role = v.picklist(['editor', 'viewer']);
	const checked = (limit: number) =>
		v.pipe(
			v.string(),
			v.check(({ length }) => length <= limit)
		);
	const rawChecked = (limit: number) =>
		v.pipe(
			v.string(),
			v.rawCheck(({ dataset, addIssue }) => {
				if (String(dataset.value).length > limit) addIssue();
			})
		);
	const before = v.object({ name: v.pipe(v.string(), v.maxLength(40)), role });

	test.each<[string, v.GenericSchema, v.GenericSchema]>([
		['a field more', before, v.object({ ...before.entries, note: v.string() })],
		['a field that may be left out', before, v.partial(before)],
		['a field that may be null', role, v.nullable(role)],
		['a limit', before, v.object({ name: v.pipe(v.string(), v.maxLength(41)), role })],
		['a word in a list of words', role, v.picklist(['editor', 'viewer', 'owner'])],
		['a pattern', v.pipe(v.string(), v.regex(/^a$/)), v.pipe(v.string(), v.regex(/^a$/i))],
		['what is put in when nothing comes', v.optional(role, 'editor'), v.optional(role, 'viewer')],
		['whether more fields are taken', before, v.strictObject(before.entries)],
		['the order of a tuple', v.tuple([v.number(), role]), v.tuple([role, v.number()])],
		['a limit within a rule of ours', checked(40), checked(41)],
		['a limit within a rule that adds its own complaints', rawChecked(40), rawChecked(41)],
		[
			'a word within a rule of ours',
			v.custom((text) => text === 'lb'),
			v.custom((text) => text === 'lb' || text === 'oz')
		]
	])('changes with %s', (_change, one, other) => {
		expect(schemasToText(other)).not.toBe(schemasToText(one));
	});

	test('does not change with the words of a complaint or the order of the fields', () => {
		const same = v.object(
			{
				role: v.picklist(['viewer', 'editor'], 'A role is one of two.'),
				name: v.pipe(v.string('A name is a text.'), v.maxLength(40, 'Too long.'))
			},
			'This is no person.'
		);
		expect(schemasToText(same)).toBe(schemasToText(before));
	});
});
