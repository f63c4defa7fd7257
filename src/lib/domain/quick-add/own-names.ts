/** Names the catalog does not have and without which a line would be cut in the wrong place. */
export const MORE_NAMES: readonly string[] = [
	"a&w root beer|m&m's|m and ms|pb&j|pb and j|mac n cheese|macaroni and cheese|pork and beans|franks and beans|beans and franks",
	'rice and beans|beans and rice|red beans and rice|biscuits and gravy|chicken and dumplings|fish and chips|rock and rye|bangers and mash',
	'chicken and rice soup|ham and bean soup|hot and sour soup|broccoli and cheddar soup|tomato and basil soup',
	'salt and vinegar chips',
	'oil and vinegar dressing|sweet and sour sauce|sweet and sour chicken|sweet and sour|peanut butter and jelly|black and tan',
	'black and white cookies|bread and butter pickles|salt and pepper shakers|spinach and artichoke dip',
	'sage and onion stuffing|broccoli and cheese|cheese and crackers|chips and salsa|chips and dip|surf and turf',
	'shake and bake|shake n bake|spray and wash',
	'shampoo and conditioner|2 in 1 shampoo and conditioner|cream of mushroom|cream of chicken|cream of tartar|cream of wheat',
	'heinz 57|heinz 57 sauce|a1 sauce|a1 steak sauce|wd 40|formula 409|coke zero|pepsi max|dr pepper|dr. pepper|windex',
	'mountain dew|ginger ale|root beer|chicken soup|chicken stock|egg rolls|rice cakes|pop tarts',
	'cheese sticks|cheese crackers|milk powder|butter beans|butter lettuce|milk chocolate|fish sauce|bird seed|hot dog buns',
	'sour cream|heavy cream|whipped cream|shaving cream|green tea|iced tea|greek yogurt|baking soda|hand lotion|plastic wrap',
	'chicken noodle soup|hot dog|ice cream cone|chili con carne|vodka|shoes|chicken strips|short ribs|spare ribs|pickle spears|apple slices|place mats|note pad',
	'note book|sub rolls|sub sandwich'
].flatMap((line) => line.split('|'));

/** Makers and flavors whose names hold "and", or pass for a thing of their own: what follows is theirs. */
export const MAKERS: readonly string[] = [
	'head and shoulders|arm and hammer|ben and jerrys|johnson and johnson|bath and body works',
	'barnes and noble|bed bath and beyond|dolce and gabbana',
	'lea and perrins',
	'reeses|kelloggs|lays|smuckers|campbells|hersheys|cheetos|doritos',
	'cookies and cream|peaches and cream|strawberries and cream|nacho cheese|honey nut|franks|hellmanns|trader joes|lipton|dole|goya|kraft'
].flatMap((line) => line.split('|'));

/** Two flavors that make one thing together with the word after them: "cheese and onion crisps". */
export const FLAVOR_PAIRS: readonly string[] = [
	'salt and vinegar|sour cream and onion|cheese and onion|cheddar and sour cream|chive and onion|garlic and onion|garlic and herb',
	'honey and mustard|honey and almond|oat and honey|garlic and parmesan|lemon and herb|lemon and lime',
	'lemon and ginger|chili and lime|salt and pepper|salt and lime|tomato and basil',
	'bacon and cheddar|bacon and egg|bacon and cheese|egg and cheese|egg and bacon|sausage and egg|sausage and cheese|ham and cheese',
	'ham and swiss|ham and egg|spinach and feta|spinach and cheese|spinach and artichoke|spinach and ricotta',
	'cookies and cream|peanut butter and jelly|strawberry and banana|apple and cinnamon|cinnamon and raisin',
	'fruit and nut|nut and seed|rum and raisin|sweet and salty|sweet and spicy|sweet and sour|hot and spicy',
	'hot and sour|sage and onion|bean and cheese|beef and bean|beef and broccoli|chicken and rice',
	'chicken and cheese|turkey and cheese|macaroni and cheese|mac and cheese|broccoli and cheddar|potato and leek',
	'leek and potato|steak and cheese|steak and kidney|cold and flu|dog and cat|cat and dog|bath and shower|black and white'
].flatMap((line) => line.split('|'));

/** Names whose first words would pass for an amount or a unit. */
export const AMOUNT_LIKE_NAMES: readonly string[] = [
	'half and half|7 up|7-up|seven up|3 musketeers|three musketeers|5 hour energy|five hour energy|5 gum|100 grand|00 flour',
	'one a day vitamins|two percent milk|one percent milk|2 percent milk|1 percent milk|1000 island dressing',
	'five spice|five spice powder|quarter pounders|quarter sheet cake|cup noodles|cup of noodles',
	'3 ring binder|7 layer dip|seven layer dip',
	'pound cake|can opener|bottle opener|bottle brush|bag clips|box cutter|box grater',
	'bar soap|ball jars|cube steak|drop cloth|drop biscuits|ear plugs|ear drops',
	'ear swabs|jar candle|leaf bags|leaf lettuce|link sausage|loaf pan|loaf cake',
	'package tape|pint glasses|quart bags|gallon bags|gallon freezer bags|quart freezer bags|gallon ziploc bags|quart ziploc bags|dash cam',
	'roll on deodorant|sheet cake|sheet pan|stick deodorant|stick blender',
	'strip steak|tube socks|rack of lamb|stock cubes',
	'rib eye|rib eyes|rib eye steak|rib roast|recipe box|recipe cards|stem ginger|scoop away'
].flatMap((line) => line.split('|'));
