/** A tap beside a modal dialog closes it, as everywhere on a phone. */
export function closeFromOutside(dialog: HTMLDialogElement): () => void {
	const onClick = (event: MouseEvent): void => {
		if (event.target === dialog) dialog.close();
	};
	dialog.addEventListener('click', onClick);
	return () => dialog.removeEventListener('click', onClick);
}
