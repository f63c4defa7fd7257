import * as v from 'valibot';
import { allUnits } from '#lib/domain/units.ts';

/**
 * What schemas let through, as one text: equal for schemas that mean the same, whatever the order of their fields and
 * the words of their complaints.
 * @param schemas by name, in as many levels as wanted; numbers are limits that stand in no schema
 * @param seen gets every schema that was met on the way
 */
export function schemasToText(schemas: unknown, seen = new Set<unknown>()): string {
	return JSON.stringify(describe(schemas, seen), null, '\t');
}

/** How a schema is made and what it says; neither changes what it lets through. */
const IGNORED = new Set(['kind', 'reference', 'async', 'expects', 'message', '~run', '~standard']);

function describe(value: unknown, seen: Set<unknown>): unknown {
	if (value instanceof RegExp) return String(value);
	// A rule of ours: what it does is seen by what the schema around it takes.
	if (typeof value === 'function') return 'a rule';
	if (typeof value !== 'object' || value === null) return value ?? 'nothing';
	seen.add(value);
	if (Array.isArray(value)) return describeArray(value, seen);
	const parts = Object.entries(value)
		.filter(([key]) => !IGNORED.has(key))
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, part]): [string, unknown] => [key, describe(part, seen)]);
	const takes = isSchema(value) && hasRule(value) ? [['takes', takenBy(value)]] : [];
	return Object.fromEntries([...parts, ...takes]) as unknown;
}

/** The words of a picklist have no order; the parts of a tuple and the steps of a pipe do. */
function describeArray(values: readonly unknown[], seen: Set<unknown>): unknown {
	const isWords = values.every((value) => typeof value === 'string');
	return isWords ? [...values].sort() : values.map((value) => describe(value, seen));
}

export const isSchema = (value: unknown): value is v.GenericSchema =>
	typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema';

/** Whether a function of ours decides, which cannot be read. */
function hasRule(schema: v.GenericSchema): boolean {
	const steps = 'pipe' in schema && Array.isArray(schema.pipe) ? (schema.pipe as object[]) : [];
	return [schema, ...steps].some(
		(step) =>
			// These keep their function to themselves.
			('type' in step && String(step.type).startsWith('raw_')) ||
			Object.entries(step).some(([key, part]) => !IGNORED.has(key) && typeof part === 'function')
	);
}

/** Longer than any text that a rule of ours lets through. */
const LONGEST = 2_500;
const ODD_TEXTS = ['', ' ', '\u3164', '\u{1f95b}', 'a,b', 'a, b', '7', 'no-such-unit'];

/** What a schema with a rule of ours takes of a fixed set of values. */
function takenBy(schema: v.GenericSchema): unknown {
	const takes = (value: unknown): boolean => v.safeParse(schema, value).success;
	const lengths = Array.from({ length: LONGEST + 1 }, (_, length) => length);
	return {
		texts: [...ODD_TEXTS, ...allUnits().map(([unit]) => unit)].filter(takes).sort(),
		/** Where texts begin to be taken, and where they no longer are. */
		lengths: lengths.filter(
			(at) => takes('x'.repeat(at)) !== (at > 0 && takes('x'.repeat(at - 1)))
		),
		others: [null, undefined, true, 7, [], {}].filter(takes).map(String)
	};
}
