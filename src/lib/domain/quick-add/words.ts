import { phraseList } from './phrases.ts';

/** The closed lists of English words that the rules about items know. Folded: lower case, no apostrophes. */

function words(list: string): ReadonlySet<string> {
	return new Set(list.split(/\s+/));
}

/** What was, or is to be, done to a thing at home. Never what makes it another product ("ground", "smoked"). */
export const PREPARATIONS = words(
	`chopped diced sliced minced grated shredded cubed crumbled mashed peeled melted softened beaten crushed halved
	quartered slivered julienned trimmed rinsed drained packed sifted chilled divided thawed cored seeded deveined
	shaved squeezed zested juiced cooked uncooked torn snipped pounded scrubbed washed hulled
	stemmed deseeded segmented sectioned cut chunked separated scrambled whisked shelled husked shucked
	skinned warmed cooled refrigerated pitted defrosted unpeeled broken boned smashed deribbed debearded destemmed
	deboned butterflied filleted spiralized pureed bruised pricked scored tailed wiped patted`
);

/** Words that come before a preparation and go where it goes. */
export const ADVERBS = words(
	`finely coarsely roughly thinly thickly freshly lightly very well firmly loosely tightly completely partially
	fully gently evenly extra barely just hot slightly diagonally neatly crosswise lengthwise carefully already`
);

/** A preparation after the name may be told more of: "cut into wedges", "halved lengthwise". */
export const AFTER_PREPARATION = words(
	`and or in into with on to from at by for if as lengthwise lengthways crosswise diagonally until before after
	then thin thinly about of but well fine very small over away against down up together across open dry
	overnight weight apart flat separately once twice smooth room so not off out while when without between
	within almost halfway through plus around under using lightly finely roughly coarsely except slightly only
	the each per back again`
);

/** Sizes are kept with an amount ("3 large leeks") as a note; without one they are part of the name. */
export const SIZES = words(
	`large medium small big lg med sm extra-large medium-large medium-small sized size fat plump`
);

/** What may stand between a number and its unit besides a size: "2 heaping tablespoons". */
export const BEFORE_UNIT = words(
	`heaping heaped generous level rounded scant good packed thick thin full big whole fresh small medium large more
	extra additional new standard regular family king party jumbo mini size sized single heavy light long short`
);

/** What a thing is like. Alone it names nothing: a comma or an "and" after it does not end the item. */
export const ADJECTIVES = words(
	`red green yellow orange black white blue purple pink brown golden dark light fresh frozen dried dry raw ripe
	young tender skinless boneless bone-in skin-on lean extra-lean low-sodium reduced-sodium low-fat reduced-fat
	fat-free nonfat sugar-free gluten-free unsalted salted sweet sweetened unsweetened hot cold warm mild spicy
	large medium small big mini baby thick thin long short wide whole plain natural organic creamy crunchy smooth
	soft hard firm seedless smoked roasted crusty flaky good soft-boiled hard-boiled salt-free dairy-free free-range
	cage-free grass-fed pure kosher canned instant your favorite diet regular decaf`
);

/** Whether a word only describes, so that a noun must follow before an item can end. */
export function describes(low: string): boolean {
	return ADJECTIVES.has(low) || SIZES.has(low) || PREPARATIONS.has(low) || ADVERBS.has(low);
}

/** A number after one of these belongs to what it says: "rings from a can", "size 5 diapers". */
export const BEFORE_OTHER_NUMBERS = words(
	'of size number no type vitamin spf omega x × or to from with in into'
);

/** Dropped before an item, they say nothing that a list needs. */
export const DETERMINERS = words(
	'some any the my our his her their these those both either only of also then maybe perhaps um uh uhm er hmm'
);

/** Kept as a note before an amount or a name: "about 2 cups", "a few limes", "more milk". */
export const QUALIFIERS = words(
	'about around approximately approx nearly almost maybe few several more extra additional scant heaping heaped generous brimming rounded like roughly enough'
);

/** After "extra" these make a name: "extra virgin olive oil". */
export const EXTRA_KINDS = words(
	'virgin firm lean sharp wide large long soft crunchy crispy strength thick thin hot dry mild strong creamy'
);

/** A number before one of these and a further word describes: "5 bean chili", "nine grain bread". */
export const COUNTED_KINDS = words(
	`bean grain layer cheese spice alarm seed berry fruit ply minute hour second day way calorie proof grit watt
	volt bite percent tier`
);

/** Said at the end of an item, and no part of it. */
export const CLOSERS = words(
	'um uh uhm er hmm please pls plz too also thanks again today now already anymore though instead only lol ok okay left etc etcetera asap yet'
);

/** Longer words at the end of an item that are no part of it either. */
export const CLOSING_PHRASES = phraseList(
	'any more|at all|for now|as well|right now|right away|for me|for us|next time|or something|or whatever|and stuff|and so on|and such|' +
		'and things|and all that|and whatnot|and that|thank you|if you can|when you can|as always|as usual|i think|i guess|i believe|would you|will you|could you|can you|' +
		'{one,two,few} more time'
);

/** Taken without a number and without "of": "handful grapes". */
export const VAGUE_UNITS = words(
	'handful handfuls bunch bunches pinch pinches dash dashes splash splashes sprig sprigs knob dozen tablespoon teaspoon tbsp tsp drops'
);

/** Counted after the noun: "3 garlic cloves". */
export const UNITS_AFTER_NOUN = words(
	`clove cloves slice slices stalk stalks head heads rasher rashers jar jars pack packs package packages packet
	packets bottle bottles can cans tin tins carton cartons sprig sprigs bulb bulbs ear ears loaf loaves`
);

/** A name that ends in one of these may have flavors joined by "and" before it: "ham and cheese sandwich". */
export const JOINING_HEADS = words(
	`chip chips crisp crisps skins sandwich sandwiches soup soups salad salads pizza pizzas cracker crackers dressing mix mixes cereal
	bar bars cookie cookies muffin muffins dip ravioli quiche pie pies tea shampoo cream soda seasoning spread sauce
	wrap wraps burrito burritos pocket pockets bites pretzels popcorn yogurt smoothie granola filling bagel bagels rub
	stuffing casserole marinade candy nuts wipes lotion blend gum`
);
