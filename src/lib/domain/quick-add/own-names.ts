/** Names the catalog does not have and without which a line would be cut in the wrong place. */
export const MORE_NAMES: readonly string[] = [
	"a&w root beer|m&m's|m and ms|pb&j|pb and j|mac n cheese|macaroni and cheese|pork and beans|franks and beans",
	'rice and beans|beans and rice|red beans and rice|biscuits and gravy|chicken and dumplings|fish and chips',
	'chicken and rice soup|ham and bean soup|hot and sour soup|broccoli and cheddar soup|tomato and basil soup',
	'cookies and cream|cookies and cream ice cream|peaches and cream|strawberries and cream|salt and vinegar chips',
	'oil and vinegar dressing|sweet and sour sauce|sweet and sour chicken|sweet and sour|peanut butter and jelly',
	'black and white cookies|bread and butter pickles|salt and pepper shakers|spinach and artichoke dip',
	'sage and onion stuffing|broccoli and cheese|cheese and crackers|chips and salsa|chips and dip|surf and turf',
	'head and shoulders|arm and hammer|ben and jerrys|johnson and johnson|mike and ike|good and plenty',
	'shake and bake|shake n bake|bath and body works|spray and wash|stove and oven cleaner|wet and dry cat food',
	'heinz 57|heinz 57 sauce|a1 sauce|a1 steak sauce|wd 40|formula 409|coke zero|pepsi max|dr pepper|dr. pepper',
	'mountain dew|ginger ale|root beer|chicken soup|chicken stock|egg rolls|rice cakes|rice vinegar|bread flour',
	'cheese sticks|cheese crackers|milk powder|butter beans|butter lettuce|milk chocolate|fish sauce|bird seed',
	'hand soap|vodka|shoes'
].flatMap((line) => line.split('|'));

/** Names whose first words would pass for an amount or a unit. */
export const AMOUNT_LIKE_NAMES: readonly string[] = [
	'half and half|7 up|seven up|3 musketeers|three musketeers|5 hour energy|five hour energy|5 gum|100 grand',
	'one a day vitamins|two percent milk|one percent milk|2 percent milk|1 percent milk|two bite brownies',
	'five spice|five spice powder|quarter pounders|quarter sheet cake|cup noodles|cup of noodles',
	'pound cake|can opener|bottle opener|bottle brush|bottle nipples|bag clips|bag balm|box cutter|box grater',
	'bar soap|ball jars|ball park franks|case knife|cube steak|drop cloth|drop biscuits|ear plugs|ear drops',
	'ear swabs|head lamp|head and shoulders|jar candle|jar opener|jug wine|leaf bags|leaf lettuce|link sausage',
	'loaf pan|package tape|pint glasses|quart bags|gallon bags|gallon freezer bags|quart freezer bags',
	'roll on deodorant|sheet cake|sheet pan|slice and bake cookies|square pan|stick deodorant|stick blender',
	'strip steak|tube socks|tube pan|bulb syringe|rack of lamb'
].flatMap((line) => line.split('|'));
