import { readNumberAt, isArticle } from './numbers.ts';
import { isPartNote } from './parts.ts';
import { phraseList } from './phrases.ts';
import { isFinished, skipPreparation, skipPreparations } from './preparations.ts';
import { lowAt, type Token } from './tokens.ts';
import { readUnitAt } from './units.ts';
import { ADJECTIVES, SIZES } from './words.ts';

/** Whether the words after a name, without a comma, are about it: "for the party", "peeled and deveined". */
export function startsTrailingNote(tokens: readonly Token[], at: number): boolean {
	if (TRAILING_NOTES.longestAt(tokens, at) !== null)
		return lowAt(tokens, at) !== 'for' || at + 1 < tokens.length;
	if (startsOtherAmount(tokens, at) || isRestOfAmount(tokens, at) || isPrice(tokens[at]))
		return true;
	const end = skipPreparation(tokens, at);
	return end > at && isFinished(tokens, end);
}

/** "milk $3.99" and "milk @ 3.99" */
function isPrice(token: Token | undefined): boolean {
	return token !== undefined && /^[$£€@]/.test(token.low);
}

/** "4 chops, 6-8 oz each" and "3 leeks, 1 lb total" */
function isOfEach(tokens: readonly Token[], at: number): boolean {
	const number = readNumberAt(tokens, at);
	const unit = number === null ? null : readUnitAt(tokens, number.next);
	return unit !== null && EACH.has(lowAt(tokens, unit.next));
}

const EACH = new Set(['each', 'total', 'apiece']);

/** "milk, 2%" */
function isPercent(tokens: readonly Token[], at: number): boolean {
	return lowAt(tokens, at).endsWith('%') && tokens[at + 1]?.kind !== 'word';
}

/** "or 2 teaspoons dried thyme": the same thing in another shape. */
function startsOtherAmount(tokens: readonly Token[], at: number): boolean {
	if (lowAt(tokens, at) !== 'or') return false;
	const number = readNumberAt(tokens, at + 1);
	if (number === null) return false;
	return !isArticle(tokens[at + 1]) || readUnitAt(tokens, number.next) !== null;
}

/** "1 cup sugar plus 2 tablespoons": more of the same. */
function isRestOfAmount(tokens: readonly Token[], at: number): boolean {
	if (!MORE_LINKS.has(lowAt(tokens, at))) return false;
	const number = readNumberAt(tokens, at + 1);
	const unit = number === null ? null : readUnitAt(tokens, number.next);
	if (unit === null) return false;
	const after = tokens[unit.next];
	return after === undefined || after.low === ',' || after.low === '(';
}

const MORE_LINKS = new Set(['plus', 'and', '+']);

/** Whether what follows a comma tells about the item before it instead of naming another one. */
export function startsNoteAfterComma(tokens: readonly Token[], from: number): boolean {
	const at = lowAt(tokens, from) === 'then' ? from + 1 : from;
	if (
		NOTES_AFTER_COMMA.longestAt(tokens, at) !== null ||
		isPercent(tokens, at) ||
		isOfEach(tokens, at)
	)
		return true;
	const prepared = skipPreparations(tokens, at);
	if (prepared > at && isFinished(tokens, prepared)) return true;
	if (isParticiple(tokens[at]) && isFinished(tokens, at + 1)) return true;
	return (
		isPartNote(tokens, at) ||
		isBareAdjective(tokens, at) ||
		isPartTreated(tokens, at) ||
		isOneOfThem(tokens, at)
	);
}

/** "whipped", "podded", "boiling": before a pause, such a word is no product. */
function isParticiple(token: Token | undefined): boolean {
	if (token?.kind !== 'word') return false;
	if (IRREGULAR_PARTICIPLES.has(token.low)) return true;
	return token.low.length > 4 && /[^e]ed$|[^r]ing$/.test(token.low) && !NAMES_IN_ING.has(token.low);
}

const IRREGULAR_PARTICIPLES = new Set(
	'split slit ground beaten broken frozen torn shaken left put set kept taken drawn sewn spread wrung unbroken'.split(
		' '
	)
);
const NAMES_IN_ING = new Set(
	`dressing pudding stuffing seasoning frosting icing filling topping shortening wrapping breading coating whiting
	bedding clothing dumpling gosling casing padding piping stocking earring liming`.split(/\s+/)
);

function isBareAdjective(tokens: readonly Token[], at: number): boolean {
	const low = lowAt(tokens, at);
	const next = tokens[at + 1];
	const stands =
		next === undefined || next.kind === 'mark' || next.low === 'or' || next.low === 'and';
	return stands && (ADJECTIVES.has(low) || SIZES.has(low));
}

/** "casings removed", "tough ends trimmed", "bone in", "white parts only". */
function isPartTreated(tokens: readonly Token[], from: number): boolean {
	for (let at = from; at < from + 5; at += 1) {
		const token = tokens[at];
		if (token === undefined || token.kind !== 'word') return false;
		if (at > from && TREATMENTS.has(token.low)) return isFinished(tokens, at + 1);
	}
	return false;
}

const TREATMENTS = new Set(
	`removed discarded reserved separated stripped attached intact only in on trimmed peeled chopped sliced cut seeded
	cored crushed drained halved diced minced off out scraped picked scrubbed rinsed washed cleaned pitted torn grated
	quartered shredded snipped crumbled broken unpeeled thawed melted softened squeezed pressed patted tied cracked
	cooked toasted juiced zested beaten smashed deveined shelled left included`.split(/\s+/)
);

/** "the small ones", "the smaller the better", "the kind with seeds". */
function isOneOfThem(tokens: readonly Token[], from: number): boolean {
	if (lowAt(tokens, from) !== 'the') return false;
	for (let at = from + 1; at < from + 6; at += 1) if (ONES.has(lowAt(tokens, at))) return true;
	return false;
}

const ONES = new Set('one ones kind kinds type sort brand better'.split(' '));

const TRAILING_NOTES = phraseList(
	[
		'for|on {the,my} way home|on the way|tomorrow|tonight|this {week,weekend,time}|next week|to taste|to serve|to garnish|to glaze',
		'to cover|to finish|to sprinkle|to drizzle|to dust|to decorate|to coat|to grease|to fill|to dip|to spread|to top|or to taste',
		'or as needed|or more|or less|or so|as needed|as desired|as required|as necessary|if desired|if needed|if using|if necessary|if available',
		'if possible|if you like|if wanted|plus more|plus extra|plus additional|plus some|plus enough|plus a {little,few,bit,drizzle,splash,pinch,handful,dash}|and more',
		'such as|at room temperature|room temperature|cut {into,in,on,crosswise,lengthwise}|each about|on sale|optional|preferably',
		'broken {into,in,up}|torn {into,in}|dissolved in|soaked in|mixed with|blended with|combined with|beaten with|whisked with|reserved from',
		'with {,the ,its ,their }{juice,juices,liquid,syrup,skin,skins,bones,shells}|{,with }skin {on,off,removed}|{,with }bone in',
		'from {the,a,my} {garden,deli,bakery,butcher,farmers market,farm,freezer,corner shop,corner store,market,store,shop}',
		'from {costco,target,aldi,lidl,walmart,trader joes,whole foods,kroger,safeway,publix,sams,sams club}',
		'{leftover} from|because|cause|in case|instead of|or similar|or equivalent'
	].join('|')
);

const NOTES_AFTER_COMMA = phraseList(
	[
		'for|to {taste,serve,garnish,glaze}|to|or|as|if|plus more|plus a {little,few,bit,drizzle,splash,pinch,handful,dash}|plus extra|plus additional|plus some|plus enough|such as|like|at',
		'at room temperature|room temperature|cut|each|in|into|on|with|without|about|approximately|roughly|optional|preferably|not|no|see',
		'including|from|more|depending|use|using|save|discard|reserve|reserved|then|ideally|homemade or|store-bought or|any|i|enough',
		'ground to|or to taste|and more|well|very|juice of|zest of|divided|left|leaves|stems|skin|skins|bone in|skin on|your favorite',
		'but|only|lightly|part|thin or thick|you can|available|found|sold|recipe|recipe follows|follows|per|until|when|while|once',
		'{white,green} {part,parts}|white and {light green,green,pale green} parts|{juice,juices,zest,rind,peel,liquid,syrup} {and,only,reserved,of,from}|tops|ends',
		'tightly|loosely|firmly|a little|a bit|extra {for,to}|additional {for,to}'
	].join('|')
);
