/** Whether a key belongs to the field or the dialog it was pressed in, not to the page. */
export function isTyping({ target }: Event): boolean {
	if (!(target instanceof Element)) return false;
	return target.closest('input:not([type=checkbox]), textarea, select, dialog, [popover]') !== null;
}

/** Calls back once, at the first touch or key, wherever it goes. */
export function onFirstTouch(act: () => void): (page: Document) => () => void {
	return (page) => {
		const listening = new AbortController();
		const once = (): void => {
			listening.abort();
			act();
		};
		for (const type of ['pointerdown', 'keydown', 'input'])
			page.addEventListener(type, once, { signal: listening.signal, capture: true });
		return () => listening.abort();
	};
}

/**
 * Keeps `--visible-height` at what the on-screen keyboard leaves, for browsers that lay the keyboard over the page.
 * A pinch also changes that viewport, and must not change the page.
 */
export function visibleHeight(element: HTMLElement): (() => void) | undefined {
	const viewport = window.visualViewport;
	if (!viewport) return;
	const measure = (): void => {
		if (viewport.scale !== 1) return;
		element.style.setProperty('--visible-height', `${viewport.height}px`);
	};
	measure();
	viewport.addEventListener('resize', measure);
	return () => viewport.removeEventListener('resize', measure);
}
