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
	/** As the rules read it, always: a model only proposes. */
	readonly items: readonly ReadItem[];
	/** The text held more than one reading takes; the rest was not read. */
	readonly truncated: boolean;
	/** `model` when one has read unsure lines too, whatever it made of them. */
	readonly engine: 'rules' | 'model';
	/** How long reading took, in ms, with all waiting for a model. */
	readonly ms: number;
	/** Why no model was of use for some or all of it, in a sentence or more; null when it has read every unsure line. */
	readonly modelSkipped: string | null;
	/** Lines that the model reads differently, in order; absent where there is none. */
	readonly also?: readonly ModelReading[];
}

/** Another reading of one line, to be offered and never taken by itself. */
export interface ModelReading {
	/** The line, as a stretch of the text in UTF-16 units; `end` is exclusive. */
	readonly start: number;
	readonly end: number;
	/** In the place of all items that the rules read in this line. */
	readonly items: readonly ProposedItem[];
}

/** A model gives no confidence. Its names consist of words as typed. */
export type ProposedItem = Omit<ReadItem, 'confidence'>;
