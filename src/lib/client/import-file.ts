import { readImportText } from '#lib/domain/import-text.ts';

/** In UTF-16 twice, and in UTF-8 four times what is taken. */
const MAX_BYTES = 4_000_000;

/** The text in a file, or why it is not taken, in a sentence. */
export async function readFile(file: File): Promise<{ text: string } | { why: string }> {
	if (file.size > MAX_BYTES) return { why: `"${file.name}" is too large: 4 MB are taken at once.` };
	const text = decodeText(await file.arrayBuffer());
	const read = readImportText(text, file.name);
	return read.kind === 'refused' ? { why: read.why } : { text };
}

/** By its mark; without one UTF-8, and what is no UTF-8 as older Windows wrote it. */
function decodeText(buffer: ArrayBuffer): string {
	const [first, second] = new Uint8Array(buffer, 0, Math.min(2, buffer.byteLength));
	if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(buffer);
	if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(buffer);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(buffer);
	} catch {
		return new TextDecoder('windows-1252').decode(buffer);
	}
}
