import { goto } from '$app/navigation';
import { keepForImport } from '#lib/client/import-inbox.ts';

/** As many as the cards over the bar show at a glance. */
const MAX_IN_BAR = 10;

/**
 * Puts a pasted list into the add bar, where its lines are parts of one sentence; a longer one opens the page that shows
 * it line by line.
 */
export async function paste(text: string, input: HTMLInputElement, listId: string): Promise<void> {
	const lines = text.split(/[\r\n]+/).map((line) => line.trim());
	const things = lines.filter((line) => line !== '');
	if (things.length > MAX_IN_BAR && (await keepForImport(listId, text))) {
		await goto(`/lists/${listId}/import`);
		return;
	}
	const { selectionStart, selectionEnd, value } = input;
	const [start, end] = [selectionStart ?? value.length, selectionEnd ?? value.length];
	input.setRangeText(things.join(', '), start, end, 'end');
	input.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
