/** A text without what nobody can see, and where each remaining character stood in the text as typed. */
export interface VisibleText {
	readonly text: string;
	readonly offsetOf: (index: number) => number;
}

/** Zero-width and bidi marks, NUL and other controls count as nothing; line breaks and tabs are not controls here. */
export function visibleText(typed: string): VisibleText {
	if (!INVISIBLE.test(typed)) return { text: typed, offsetOf: (index) => index };
	const kept: string[] = [];
	const offsets: number[] = [];
	for (let i = 0; i < typed.length; i += 1) {
		const character = typed.charAt(i);
		// The joiner holds family and profession emoji together; everywhere else it is invisible.
		const joinsEmoji =
			character === '\u200d' && /[\ud800-\udfff\u2600-\u27bf\ufe0f]/.test(kept.at(-1) ?? '');
		if (INVISIBLE.test(character) && !joinsEmoji) continue;
		kept.push(character);
		offsets.push(i);
	}
	return { text: kept.join(''), offsetOf: (index) => offsets[index] ?? typed.length };
}

/** By UTF-16 unit: none of these lies outside the basic plane, where only language tags would be left over. */
const INVISIBLE =
	/[\p{Cf}\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u115f\u1160\u2800\u3164\uffa0]/u;
