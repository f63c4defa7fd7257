import type { Span, SpanRole } from '#lib/domain/quick-add.ts';

/** A stretch of the text with one tint; null is the text between what was read. */
export interface TextPart {
	readonly text: string;
	readonly role: SpanRole | null;
}

/** Cuts a text at its spans. Spans made for an older text may reach beyond it, and are cut off. */
export function textToParts(text: string, spans: readonly Span[]): TextPart[] {
	const parts: TextPart[] = [];
	let at = 0;
	for (const { role, start, end } of [...spans].sort((a, b) => a.start - b.start)) {
		if (start < at) continue;
		parts.push({ text: text.slice(at, start), role: null }, { text: text.slice(start, end), role });
		at = end;
	}
	parts.push({ text: text.slice(at), role: null });
	return parts.filter((part) => part.text !== '');
}
