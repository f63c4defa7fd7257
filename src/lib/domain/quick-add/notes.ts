import { phraseList } from './phrases.ts';
import { lowAt, type Token } from './tokens.ts';
import { ADJECTIVES, ADVERBS, AFTER_PREPARATION, PREPARATIONS, SIZES } from './words.ts';

/** Leading preparations, "finely chopped", "peeled and deveined"; returns the first token after them. */
export function skipPreparations(tokens: readonly Token[], from: number): number {
	let at = from;
	for (let count = 0; count < LONGEST_RUN; count += 1) {
		const next = skipPreparation(tokens, at);
		if (next === at) break;
		const link = tokens[next]?.low;
		const continues =
			(link === 'and' || link === 'or' || link === ',') &&
			skipPreparation(tokens, next + 1) > next + 1;
		at = continues ? next + 1 : next;
	}
	return at;
}

/** More than anybody says of one thing; without a bound, hostile text would make reading quadratic. */
const LONGEST_RUN = 8;

/** One preparation with its adverbs; `from` itself when there is none. */
function skipPreparation(tokens: readonly Token[], from: number): number {
	let at = from;
	while (at < from + LONGEST_RUN && ADVERBS.has(lowAt(tokens, at))) at += 1;
	const low = lowAt(tokens, at);
	// "ground beef" is a product, "freshly ground pepper" is pepper.
	return PREPARATIONS.has(low) || (low === 'ground' && at > from) ? at + 1 : from;
}

/** Whether the words after a name, without a comma, are about it: "for the party", "peeled and deveined". */
export function startsTrailingNote(tokens: readonly Token[], at: number): boolean {
	if (TRAILING_NOTES.longestAt(tokens, at) !== null)
		return lowAt(tokens, at) !== 'for' || at + 1 < tokens.length;
	const end = skipPreparation(tokens, at);
	if (end === at) return false;
	const next = tokens[end];
	return next === undefined || next.kind === 'mark' || AFTER_PREPARATION.has(next.low);
}

/** Whether what follows a comma tells about the item before it instead of naming another one. */
export function startsNoteAfterComma(tokens: readonly Token[], at: number): boolean {
	if (NOTES_AFTER_COMMA.longestAt(tokens, at) !== null) return true;
	if (skipPreparation(tokens, at) > at)
		return endsLikePreparation(tokens, skipPreparations(tokens, at));
	if (isParticiple(tokens[at]) && endsLikePreparation(tokens, at + 1)) return true;
	return isBareAdjective(tokens, at) || isPartTreated(tokens, at);
}

/** "chopped" ends there or goes on as a phrase; "chopped tomatoes" is the next item. */
function endsLikePreparation(tokens: readonly Token[], end: number): boolean {
	const next = tokens[end];
	return next === undefined || next.kind !== 'word' || AFTER_PREPARATION.has(next.low);
}

/** "whipped", "podded": alone after a comma, such a word is no product. */
function isParticiple(token: Token | undefined): boolean {
	return token?.kind === 'word' && token.low.length > 4 && /[^e]ed$/.test(token.low);
}

function isBareAdjective(tokens: readonly Token[], at: number): boolean {
	const low = lowAt(tokens, at);
	const next = tokens[at + 1];
	const stands =
		next === undefined || next.kind === 'mark' || next.low === 'or' || next.low === 'and';
	return stands && (ADJECTIVES.has(low) || SIZES.has(low));
}

/** "casings removed", "tough ends trimmed", "bone in", "white parts only". */
function isPartTreated(tokens: readonly Token[], from: number): boolean {
	for (let at = from; at < from + 4; at += 1) {
		const token = tokens[at];
		if (token === undefined || token.kind !== 'word') return false;
		if (at > from && TREATMENTS.has(token.low)) return true;
	}
	return false;
}

const TREATMENTS = new Set(
	`removed discarded reserved separated stripped attached intact only in on trimmed peeled chopped sliced cut seeded
	cored crushed drained halved diced minced off out`.split(/\s+/)
);

const TRAILING_NOTES = phraseList(
	'for|on {the,my} way home|on the way|tomorrow|tonight|this {week,weekend}|next week|to taste|to serve|to garnish|to glaze|to cover|to finish|to sprinkle|or to taste|or as needed|or more|' +
		'as needed|as desired|as required|if desired|if needed|if using|plus more|plus extra|plus additional|plus some|' +
		'and more|such as|at room temperature|room temperature|cut into|cut in|each about|on sale|optional|preferably|' +
		'from the garden|from costco|from target|from aldi|from trader joes|from whole foods|from kroger|from safeway|from publix|from sams club|' +
		'from sams|from the deli|from the bakery|from the butcher|from the farmers market|because|cause|in case'
);

const NOTES_AFTER_COMMA = phraseList(
	'for|to taste|to serve|to garnish|to glaze|to|or|as|if|plus more|plus extra|plus additional|plus some|plus enough|' +
		'such as|like|at|at room temperature|room temperature|cut|each|in|into|on|with|without|about|optional|preferably|' +
		'not|see|including|from|more|depending|use|using|save|discard|reserve|reserved|then|ideally|homemade or|' +
		'store-bought or|any|i|enough|ground to|or to taste|and more|well|very|juice of|zest of|divided|left|leaves|stems|skin|skins|' +
		'bone in|skin on|your favorite|but|only|lightly|part'
);
