/** Words of Walmart's categories, and the catalog's department for them. The first that fits a part of the path counts. */
const DEPARTMENTS: readonly [words: RegExp, department: string][] = [
	[/\bfrozen\b|ice cream/, 'Frozen'],
	[/\bproduce\b|fresh (?:fruit|vegetable)|\btofu\b/, 'Produce'],
	[/\bdairy\b|\beggs?\b|\bcheese\b|\bmilk\b|\byogurt\b/, 'Dairy & Eggs'],
	[/\bmeat\b|seafood|poultry|\bdeli\b/, 'Meat & Seafood'],
	[/baking|pantry|canned|condiment|pasta|international food/, 'Pantry'],
	[/bakery|\bbreads?\b/, 'Bakery & Bread'],
	[/breakfast|cereal/, 'Breakfast & Cereal'],
	[/snack|cookie|\bchips\b|candy|chocolate/, 'Snacks'],
	[/beverage|drinks?\b|\bwater\b|coffee|\btea\b|\bjuice|alcohol|\bbeer\b|\bwine\b/, 'Beverages'],
	[/\bbaby\b/, 'Baby'],
	[/\bpets?\b/, 'Pet'],
	[/household essentials|paper|cleaning|laundry|trash bag/, 'Paper & Cleaning'],
	[/personal care|beauty|hair care|skin care|oral care/, 'Personal Care'],
	[/health|medicine|pharmacy|vitamin|wellness/, 'Health'],
	[/\bhome\b|kitchen|party|seasonal|office/, 'Home & Other']
];

interface Place {
	readonly department: string;
	/** The narrowest category; '' without one. */
	readonly aisle: string;
}

/** Where "Home Page/Food/Dairy & Eggs/Milk" stands in our store; what fits nowhere goes to "Other". */
export function placeOf(categoryPath: string | undefined): Place {
	const parts = (categoryPath ?? '').split('/').map((part) => part.trim());
	const narrowing = parts.filter((part) => part !== '' && part !== 'Home Page');
	return {
		department: departmentOf(narrowing.map((part) => part.toLowerCase())),
		aisle: narrowing.at(-1) ?? ''
	};
}

/** The broad parts come first, so that bread mixes under "Baking" are no bread. */
function departmentOf(parts: readonly string[]): string {
	for (const part of parts) {
		const [, department] = DEPARTMENTS.find(([words]) => words.test(part)) ?? [];
		if (department !== undefined) return department;
	}
	return parts.includes('food') ? 'Pantry' : 'Other';
}
