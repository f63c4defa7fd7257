import type { ImportLine } from '#lib/domain/import-line.ts';
import { readLine, type FindProduct, type LineReading } from './import-reading.ts';

/** How long reading may hold up the screen, and how often it is drawn anew meanwhile. */
const SLICE_MS = 12;
const SHOW_EVERY_MS = 250;

/**
 * Reads line after line, so that the page can be used meanwhile.
 * @param onRead gets all readings so far, and at the end all of them
 * @param signal ends it, and then nothing is told any more
 */
export async function readInSlices(
	lines: readonly ImportLine[],
	productFor: FindProduct,
	onRead: (readings: readonly LineReading[]) => void,
	signal: AbortSignal
): Promise<void> {
	const readings: LineReading[] = [];
	let shownAt = performance.now();
	let until = shownAt + SLICE_MS;
	for (const line of lines) {
		if (signal.aborted) return;
		readings.push(readLine(line, productFor));
		if (performance.now() < until) continue;
		if (performance.now() - shownAt > SHOW_EVERY_MS) {
			onRead([...readings]);
			shownAt = performance.now();
		}
		await new Promise((resolve) => setTimeout(resolve));
		until = performance.now() + SLICE_MS;
	}
	if (!signal.aborted) onRead(readings);
}
