/** Those that names of things in a store are seen with. */
const NAMED: Readonly<Record<string, string>> = {
	amp: '&',
	apos: "'",
	copy: '©',
	deg: '°',
	eacute: 'é',
	egrave: 'è',
	frac12: '½',
	frac14: '¼',
	frac34: '¾',
	gt: '>',
	ldquo: '“',
	lsquo: '‘',
	lt: '<',
	mdash: '—',
	nbsp: ' ',
	ndash: '–',
	ntilde: 'ñ',
	quot: '"',
	rdquo: '”',
	reg: '®',
	rsquo: '’',
	trade: '™'
};

const HIGHEST_CODE_POINT = 0x10ffff;

/** "Ben &amp; Jerry&#39;s" as plain text; what is no known entity stays as it is. */
export function decodeEntities(text: string): string {
	return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (whole, ...parts) => {
		const [decimal, hex, name] = parts as (string | undefined)[];
		if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
		const codePoint = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
		// A zero and what is no character at all have no business in a name.
		if (codePoint === 0 || codePoint > HIGHEST_CODE_POINT) return whole;
		return String.fromCodePoint(codePoint);
	});
}
