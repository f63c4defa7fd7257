/**
 * Puts a text into the clipboard.
 * @param field holds that text; used where the page came over plain HTTP and the browser gives it no clipboard
 * @returns whether it worked
 */
export async function copyText(text: string, field?: HTMLInputElement): Promise<boolean> {
	// Absent without a secure context, whatever the types say.
	const clipboard = navigator.clipboard as Clipboard | undefined;
	if (clipboard) {
		try {
			await clipboard.writeText(text);
			return true;
		} catch {
			// Refused by the browser's settings: the older way may still be open.
		}
	}
	const source = field ?? appendField(text);
	source.select();
	const isCopied = document.execCommand('copy');
	if (source !== field) source.remove();
	return isCopied;
}

function appendField(text: string): HTMLTextAreaElement {
	const field = document.createElement('textarea');
	field.className = 'sr';
	field.value = text;
	// Inside an open dialog, because nothing outside of it can be selected.
	(document.querySelector('dialog[open]') ?? document.body).append(field);
	return field;
}
