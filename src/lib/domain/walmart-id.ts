/** Products that Walmart itself sells carry its item id in theirs: "wm_10450114". Null for all others. */
export function walmartItemId(productId: string): string | null {
	return /^wm_(\d{1,15})$/.exec(productId)?.[1] ?? null;
}
