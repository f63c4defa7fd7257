import type { ReadItem } from './reading.ts';

/** From this confidence on nobody is asked about what the rules read. */
const SURE_FROM = 0.75;

export function isSure({ confidence }: Pick<ReadItem, 'confidence'>): boolean {
	return confidence >= SURE_FROM;
}
