import * as v from 'valibot';
import type { Unit } from '#lib/domain/quantity.ts';
import { allUnits, isUnit } from '#lib/domain/units.ts';

const MAX_ITEMS = 40;
const MAX_NAME_LENGTH = 80;
const MAX_QUANTITY_LENGTH = 20;
const UNITS = allUnits().map(([unit]) => unit);

/** One thing as the model read it; nothing of it is believed yet. */
export interface ModelItem {
	readonly name: string;
	/** A number as typed; empty where there is none. */
	readonly quantity: string;
	readonly unit: Unit | null;
}

/** As JSON schema: what Ollama is asked for. Some models ignore it, so `parseAnswer` looks at everything again. */
export const ANSWER_FORMAT = {
	type: 'object',
	properties: {
		items: {
			type: 'array',
			maxItems: MAX_ITEMS,
			items: {
				type: 'object',
				properties: {
					name: { type: 'string', maxLength: MAX_NAME_LENGTH },
					quantity: { type: 'string', maxLength: MAX_QUANTITY_LENGTH },
					unit: { type: 'string', enum: ['', ...UNITS] }
				},
				required: ['name', 'quantity', 'unit']
			}
		}
	},
	required: ['items']
};

/** The same for what came. */
const answerSchema = v.object({
	items: v.pipe(
		v.array(
			v.object({
				name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(MAX_NAME_LENGTH)),
				quantity: v.pipe(v.string(), v.trim(), v.maxLength(MAX_QUANTITY_LENGTH)),
				unit: v.pipe(
					v.picklist(['', ...UNITS]),
					v.transform((unit) => (isUnit(unit) ? unit : null))
				)
			})
		),
		v.nonEmpty(),
		v.maxLength(MAX_ITEMS)
	)
});

/** What the model answered, or null when it is not what was asked for. */
export function parseAnswer(content: string): readonly ModelItem[] | null {
	try {
		const parsed = v.safeParse(answerSchema, JSON.parse(content));
		return parsed.success ? parsed.output.items : null;
	} catch {
		return null; // no JSON, which is an answer like any other that is of no use
	}
}
