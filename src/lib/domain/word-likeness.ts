/** How much a word that was asked for is like another one: 1 is the same, 0 has nothing to do with it. */
export function wordLikeness(asked: string, word: string): number {
	if (asked === word) return 1;
	if (asked.length >= 2 && word.startsWith(asked)) return BEGINS_SO;
	const allowed = slipsAllowed(asked);
	const slips = slipsBetween(asked, word, allowed);
	if (slips > allowed) return 0;
	return slips <= 1 ? ONE_SLIP : TWO_SLIPS;
}

const BEGINS_SO = 0.8;
const ONE_SLIP = 0.8;
const TWO_SLIPS = 0.6;

/** In three letters a slip makes another word ("ham", "jam"), in six it is still the same one. */
export function slipsAllowed(asked: string): number {
	if (asked.length < 4) return 0;
	return asked.length < 6 ? 1 : 2;
}

/** Letters added, dropped, changed, or swapped with their neighbor; `most + 1` stands for all above. */
function slipsBetween(a: string, b: string, most: number): number {
	if (Math.abs(a.length - b.length) > most) return most + 1;
	let twoAbove: number[] = [];
	let above = Array.from({ length: b.length + 1 }, (_none, at) => at);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const changed = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			const swapped = isSwap ? (twoAbove[j - 2] ?? 0) + 1 : Infinity;
			row.push(Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, changed, swapped));
		}
		if (Math.min(...row) > most) return most + 1;
		twoAbove = above;
		above = row;
	}
	return above[b.length] ?? most + 1;
}
