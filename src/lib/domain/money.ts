/** Whole US cents: sums of whole numbers always equal a full recount. */
export type Cents = number;

/** "$1,234.50"; below zero "-$3.00". */
export function formatMoney(cents: Cents): string {
	const { sign, dollars, rest } = splitCents(cents);
	const grouped = String(dollars).replace(/\B(?=(?:\d{3})+$)/g, ',');
	return `${sign < 0 ? '-' : ''}$${grouped}.${String(rest).padStart(2, '0')}`;
}

/** As a screen reader says it: "6 dollars 96", "1 dollar 45", "58 cents", "2 dollars". */
export function spellMoney(cents: Cents): string {
	const { sign, dollars, rest } = splitCents(cents);
	const minus = sign < 0 ? 'minus ' : '';
	if (dollars === 0 && rest > 0) return `${minus}${rest} ${rest === 1 ? 'cent' : 'cents'}`;
	const whole = `${minus}${dollars} ${dollars === 1 ? 'dollar' : 'dollars'}`;
	return rest === 0 ? whole : `${whole} ${rest}`;
}

/** The price of `milli` thousandths of something at `cents` each, rounded half up once. Both are whole and not negative. */
export function multiplyCents(cents: Cents, milli: number): Cents {
	return multiplyParts(cents, milli, 1_000);
}

/** A rate in hundredths of a percent of `cents`, rounded half up once. Both are whole and not negative. */
export function taxOn(cents: Cents, basisPoints: number): Cents {
	return multiplyParts(basisPoints, cents, 10_000);
}

/** `factor` times `parts / partsOfOne`, rounded half up once. */
function multiplyParts(factor: number, parts: number, partsOfOne: number): number {
	// In two parts: the plain product can pass 2^53, where numbers stop being exact.
	const whole = Math.floor(parts / partsOfOne);
	const rest = parts % partsOfOne;
	return factor * whole + Math.floor((factor * rest + partsOfOne / 2) / partsOfOne);
}

function splitCents(cents: Cents): { sign: number; dollars: number; rest: number } {
	const size = Math.abs(cents);
	return { sign: Math.sign(cents), dollars: Math.floor(size / 100), rest: size % 100 };
}
