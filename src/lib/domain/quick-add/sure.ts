import type { ReadItem } from './reading.ts';

/** A line with an item below this is unsure: the model may be asked how it would read it. */
export const SURE = 0.8;

export const isSure = ({ confidence }: Pick<ReadItem, 'confidence'>): boolean => confidence >= SURE;
