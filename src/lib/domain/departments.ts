/** A heading of the list: rows of one department stand under it. */
export interface DepartmentGroup {
	readonly id: string;
	readonly label: string;
	/** Name of the symbol that stands beside the label. */
	readonly icon: DepartmentIcon;
	/** Where a walk through the store comes by it; frozen goods last, so that they stay frozen. */
	readonly order: number;
}

export type DepartmentIcon =
	'produce' | 'dairy' | 'meat' | 'bakery' | 'pantry' | 'frozen' | 'drinks' | 'household' | 'other';

/** The group of a catalog department; what has none, or one we never heard of, goes to "Other". */
export function departmentGroup(department: string | null): DepartmentGroup {
	return (department === null ? undefined : GROUPS.get(department)) ?? OTHER;
}

/** A department of somebody else's file as the catalog names it, and "Other" for one that it does not have. */
export function toDepartment(text: string): string {
	const wanted = text.trim().toLowerCase();
	return WALK.find(([department]) => department.toLowerCase() === wanted)?.[0] ?? OTHER.label;
}

/** Departments as the catalog names them, in the order of the walk. */
const WALK: readonly [department: string, group: Omit<DepartmentGroup, 'order'>][] = [
	['Produce', { id: 'produce', label: 'Produce', icon: 'produce' }],
	['Bakery & Bread', { id: 'bakery', label: 'Bakery', icon: 'bakery' }],
	['Dairy & Eggs', { id: 'dairy', label: 'Dairy and eggs', icon: 'dairy' }],
	['Meat & Seafood', { id: 'meat', label: 'Meat and seafood', icon: 'meat' }],
	['Pantry', { id: 'pantry', label: 'Pantry', icon: 'pantry' }],
	['Breakfast & Cereal', { id: 'breakfast', label: 'Breakfast and cereal', icon: 'pantry' }],
	['Snacks', { id: 'snacks', label: 'Snacks', icon: 'pantry' }],
	['Beverages', { id: 'drinks', label: 'Drinks', icon: 'drinks' }],
	['Paper & Cleaning', { id: 'household', label: 'Household', icon: 'household' }],
	['Home & Other', { id: 'home', label: 'Home and party', icon: 'household' }],
	['Personal Care', { id: 'personal-care', label: 'Personal care', icon: 'household' }],
	['Health', { id: 'health', label: 'Health', icon: 'household' }],
	['Baby', { id: 'baby', label: 'Baby', icon: 'household' }],
	['Pet', { id: 'pets', label: 'Pets', icon: 'household' }],
	['Frozen', { id: 'frozen', label: 'Frozen', icon: 'frozen' }]
];

const GROUPS: ReadonlyMap<string, DepartmentGroup> = new Map(
	WALK.map(([department, group], order) => [department, { ...group, order }])
);

const OTHER: DepartmentGroup = { id: 'other', label: 'Other', icon: 'other', order: WALK.length };
