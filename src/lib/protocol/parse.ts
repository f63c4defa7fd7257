import * as v from 'valibot';
import type { ReadItem } from '#lib/domain/quick-add.ts';

/** UTF-16 units; longer texts are imports, not something a person typed. */
const MAX_PARSE_LENGTH = 100_000;

export const parseRequestSchema = v.object(
	{
		text: v.pipe(
			v.string('The field "text" must be a string.'),
			v.maxLength(MAX_PARSE_LENGTH, `A text may have at most ${MAX_PARSE_LENGTH} characters.`)
		)
	},
	'The body must be a JSON object with the field "text".'
);

export interface ParseAnswer {
	readonly items: readonly ReadItem[];
	/** Who read it. */
	readonly engine: 'rules' | 'model';
	/** How long reading took, in ms. */
	readonly ms: number;
	/** Why the model was not asked; null when it was. */
	readonly modelSkipped: string | null;
}
