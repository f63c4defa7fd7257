/** A word as words are compared: lower case, no accents, no apostrophes, no trademark signs. */
export function fold(word: string): string {
	const lower = word.toLowerCase();
	if (/^[a-z0-9-]*$/.test(lower)) return lower;
	return lower
		.normalize('NFKD')
		.replace(/[\u0300-\u036f'’‘ʼ®™©.]/g, '')
		.replaceAll('⁄', '/');
}

/** One form for singular and plural, so that "tomatoes" finds "tomato". Right for comparing, not for showing. */
export function singular(folded: string): string {
	if (folded.length < 4 || /(?:ss|us|is)$/.test(folded)) return folded;
	const irregular = IRREGULAR.get(folded);
	if (irregular !== undefined) return irregular;
	if (folded.endsWith('ies')) return `${folded.slice(0, -3)}y`;
	if (/(?:ch|sh|x|ss|zz|o)es$/.test(folded)) return folded.slice(0, -2);
	return folded.endsWith('s') ? folded.slice(0, -1) : folded;
}

export function isPlural(folded: string): boolean {
	return singular(folded) !== folded;
}

const IRREGULAR = new Map([
	['leaves', 'leaf'],
	['loaves', 'loaf'],
	['halves', 'half'],
	['knives', 'knife'],
	['cookies', 'cookie'],
	['brownies', 'brownie'],
	['smoothies', 'smoothie'],
	['veggies', 'veggie'],
	['pies', 'pie']
]);
