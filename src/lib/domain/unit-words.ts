import type { Unit } from './quantity.ts';
import { allUnits } from './units.ts';

// What people type for a unit. Reading is all it serves, so a page that only shows rows does without it.

/**
 * The unit a word or phrase stands for ("lbs.", "Fluid Ounces", "tins"), or null when it is no unit. Case does not
 * matter except in the cook's "T" for a tablespoon and "t" for a teaspoon.
 */
export function parseUnit(word: string): Unit | null {
	const text = word
		.replaceAll('.', ' ')
		.replace(/[-_\s]+/g, ' ')
		.trim();
	if (text === 'T') return 'tbsp';
	if (text === 't') return 'tsp';
	return unitOfWord(text.toLowerCase()) ?? null;
}

/** The unit that a folded word (lower case, no periods, single spaces) stands for. */
export function unitOfWord(word: string): Unit | undefined {
	return UNIT_BY_WORD.get(word);
}

/** Spellings beside the ones that a unit is shown and spoken with, separated by commas. */
const ALSO: { readonly [U in Unit]?: string } = {
	g: 'gr,gm,gms,gramme,grammes',
	kg: 'kgs,kilo,kilos',
	oz: 'ozs',
	lb: 'lbs',
	ml: 'mls,millilitre,millilitres',
	cl: 'centilitre,centilitres',
	dl: 'decilitre,decilitres',
	l: 'lt,ltr,ltrs,litre,litres',
	tsp: 'tsps,teasp,tspn',
	tbsp: 'tbsps,tbs,tb,tbl,tbls,tblsp,tbspn',
	'fl oz': 'floz,fl ozs,fl ounce,fl ounces,fluid oz',
	cup: 'c',
	pt: 'pts',
	qt: 'qts',
	gal: 'gals',
	dozen: 'dozens,doz,dz',
	'sq ft': 'sqft,sq foot,sq feet,ft2,ft²',
	bottle: 'btl,btls',
	can: 'tin,tins',
	carton: 'ctn,ctns',
	case: 'crate,crates',
	container: 'tub,tubs,punnet,punnets',
	fillet: 'filet,filets',
	package: 'pkg,pkgs,pack,packs,pk,pks,pkt,pkts,packet,packets,sachet,sachets,envelope,envelopes',
	piece: 'pc,pcs',
	recipe: 'batch,batches',
	slice: 'rasher,rashers'
};

const UNIT_BY_WORD = new Map<string, Unit>(
	allUnits().flatMap(([unit, { short, spoken }]) =>
		[unit, ...short, ...spoken, ...(ALSO[unit]?.split(',') ?? [])].map(
			(word) => [word.toLowerCase(), unit] as const
		)
	)
);
