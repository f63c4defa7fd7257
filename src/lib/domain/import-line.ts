import type { Quantity } from './quantity.ts';

/** One line of what was pasted, opened or shared; in JSON, one entry. */
export interface ImportLine {
	/** From 1, as it stands there. */
	readonly number: number;
	/** Without its check box. */
	readonly text: string;
	readonly isHeading: boolean;
	/** It is ticked off where it comes from. */
	readonly isDone: boolean;
	/** What columns or fields say, where there are some: then nothing is guessed. */
	readonly fields: ImportFields | null;
}

export interface ImportFields {
	/** '' where it has none. */
	readonly name: string;
	/** null when it does not say how many. */
	readonly quantity: Quantity | null;
	readonly note: string;
}
