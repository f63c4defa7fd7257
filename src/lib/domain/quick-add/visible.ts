/** A text without what nobody can see, and where each remaining character stood in the text as typed. */
export interface VisibleText {
	readonly text: string;
	readonly offsetOf: (index: number) => number;
}

/** Zero-width and bidi marks, NUL and other controls count as nothing; line breaks and tabs are not among them. */
export function visibleText(typed: string): VisibleText {
	if (!INVISIBLE.test(typed)) return { text: typed, offsetOf: (index) => index };
	const kept: string[] = [];
	const offsets: number[] = [];
	for (let at = 0; at < typed.length; at += 1) {
		const unit = typed.charAt(at);
		// The joiner holds family and profession emoji together; everywhere else it is invisible.
		const joinsEmoji = unit === JOINER && IN_EMOJI.test(kept.at(-1) ?? '');
		if (INVISIBLE.test(unit) && !joinsEmoji) continue;
		kept.push(unit);
		offsets.push(at);
	}
	return { text: kept.join(''), offsetOf: (index) => offsets[index] ?? typed.length };
}

/** Format marks, controls that break no line, and letters that look like nothing (Hangul fillers, Braille blank). */
const INVISIBLE = /\p{Cf}|(?![\t\n\v\f\r\x85])\p{Cc}|[\u115f\u1160\u2800\u3164\uffa0]/u;
const JOINER = '\u200d';
/** The half of a pair, an older pictograph, or the mark that asks for its picture. */
const IN_EMOJI = /[\ud800-\udfff]|[\u2600-\u27bf]|\ufe0f/;
