import * as v from 'valibot';
import { decodeEntities } from './entities.ts';

/** Whatever Walmart leaves out, or sends in another shape than it says, is missing and harms nothing else. */
const lenient = <const S extends v.GenericSchema>(schema: S) =>
	v.fallback(v.optional(schema), undefined as never);

const MAX_TEXT = 300;
const text = v.pipe(v.string(), v.transform(plainText), v.minLength(1));
const numeral = v.pipe(v.union([v.string(), v.number()]), v.transform(String));

const itemSchema = v.object({
	itemId: v.pipe(numeral, v.regex(/^\d{1,15}$/)),
	name: lenient(text),
	brandName: lenient(text),
	/** US dollars. */
	salePrice: lenient(v.union([v.number(), v.string()])),
	categoryPath: lenient(text),
	size: lenient(text),
	stock: lenient(text),
	availableOnline: lenient(v.boolean()),
	/** Sold by somebody else on Walmart's site. */
	marketplace: lenient(v.boolean())
});
/** One thing that Walmart sells, as it tells it; texts are plain. */
export type WalmartItem = v.InferOutput<typeof itemSchema>;

/** Entities, line ends and control characters are gone, and so is half a character at the cut. */
function plainText(written: string): string {
	const line = decodeEntities(written).replace(/[\p{Cc}\s]+/gu, ' ');
	return line.trim().slice(0, MAX_TEXT).toWellFormed();
}

const itemsSchema = v.object({ items: v.array(v.unknown()) });
const searchSchema = v.object({ items: v.optional(v.array(v.unknown()), []) });

/** The items of an answer to `/items`, without those that cannot be read; null when it is no such answer. */
export const readItems = (body: unknown): WalmartItem[] | null => itemsOf(itemsSchema, body);

/** The same for `/search`, which leaves `items` out when it finds nothing. */
export const readFound = (body: unknown): WalmartItem[] | null => itemsOf(searchSchema, body);

function itemsOf(
	schema: typeof itemsSchema | typeof searchSchema,
	body: unknown
): WalmartItem[] | null {
	const answer = v.safeParse(schema, body);
	if (!answer.success) return null;
	return answer.output.items.flatMap((given) => {
		const item = v.safeParse(itemSchema, given);
		return item.success ? [item.output] : [];
	});
}

const errorsSchema = v.object({ errors: v.array(v.object({ code: numeral })) });
const INVALID_ITEM_ID = '4002';

/** Whether an error is about one of the ids that were asked for, and not about the question. */
export function isAboutAnId(body: unknown): boolean {
	const parsed = v.safeParse(errorsSchema, body);
	return parsed.success && parsed.output.errors.some(({ code }) => code === INVALID_ITEM_ID);
}

const detailsSchema = v.object({ details: v.object({ Description: v.string() }) });

/** Whether a 401 is about the time of the signature, and not about the key. */
export function isAboutTheTime(body: unknown): boolean {
	const parsed = v.safeParse(detailsSchema, body);
	return parsed.success && /expired|timestamp/i.test(parsed.output.details.Description);
}
