import { parse } from '#lib/domain/quick-add.ts';
import { visibleText } from '#lib/domain/quick-add/visible.ts';
import type { ModelReading, ParseAnswer } from '#lib/protocol/parse.ts';
import type { Asker, Model } from './model.ts';
import { fits } from './prompt.ts';
import { isDifferent, proposalFrom } from './proposal.ts';
import { unsureLines, type UnsureLine } from './unsure-lines.ts';

/** Reads a text for somebody: the rules at once, and the model where they are unsure. */
export type ReadText = (text: string, asker: Asker) => Promise<ParseAnswer>;

/** Unsure lines of one text that the model is asked about; a text with more is an import. */
const MAX_LINES = 4;

const SURE = 'The rules were sure.';
const NOTHING = 'There is nothing in it to ask a model about.';
const RULES_ALONE = 'WALMART_NLP is rules, so no model is asked.';
const TOO_LONG = 'A line is too long to ask a model about.';
const UNUSABLE = 'The model’s reading was not made of what was typed.';
const TOO_MANY = `The model is asked about the first ${MAX_LINES} unsure lines only.`;

/** The model's other reading of a line, null where it agrees; or why it was of no use. */
type Outcome = { readonly reading: ModelReading | null } | { readonly skipped: string };

/** @param model null where none is ever asked */
export function createReader(model: Pick<Model, 'ask'> | null): ReadText {
	return async (text, asker) => {
		const startedAt = performance.now();
		const { items, truncated } = parse(text);
		const lines = unsureLines(text, items);
		const outcomes = await askAbout(lines, asker);
		const skipped = new Set(outcomes.flatMap((one) => ('skipped' in one ? [one.skipped] : [])));
		if (items.length === 0) skipped.add(NOTHING);
		else if (lines.length === 0) skipped.add(SURE);
		const also = outcomes.flatMap((one) => ('reading' in one && one.reading ? [one.reading] : []));
		return {
			items,
			truncated,
			engine: outcomes.some((one) => 'reading' in one) ? 'model' : 'rules',
			ms: performance.now() - startedAt,
			modelSkipped: skipped.size > 0 ? [...skipped].join(' ') : null,
			...(also.length > 0 && { also })
		};
	};

	async function askAbout(lines: readonly UnsureLine[], asker: Asker): Promise<Outcome[]> {
		if (lines.length === 0) return [];
		if (model === null) return [{ skipped: RULES_ALONE }];
		const chosen = lines.slice(0, MAX_LINES).map((line) => outcomeOf(line, model, asker));
		const outcomes = await Promise.all(chosen);
		return lines.length > MAX_LINES ? [...outcomes, { skipped: TOO_MANY }] : outcomes;
	}
}

async function outcomeOf(
	line: UnsureLine,
	model: Pick<Model, 'ask'>,
	asker: Asker
): Promise<Outcome> {
	const { text } = visibleText(line.text);
	if (!fits(text)) return { skipped: TOO_LONG };
	const answer = await model.ask(text, asker);
	if ('skipped' in answer) return answer;
	const items = proposalFrom(answer.items, line);
	if (items === null) return { skipped: UNUSABLE };
	if (!isDifferent(items, line.items)) return { reading: null };
	return { reading: { start: line.start, end: line.start + line.text.length, items } };
}
