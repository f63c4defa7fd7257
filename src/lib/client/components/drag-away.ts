/** How far down the sheet goes before letting go of it closes it. */
const AWAY_PX = 96;

/** Lets a finger pull the sheet down by its handle. The button "Close" does the same without a pointer. */
export function dragAway(close: () => void): (handle: HTMLElement) => () => void {
	return (handle) => {
		const listening = new AbortController();
		const { signal } = listening;
		let startY: number | null = null;

		const moveTo = (y: number): void => {
			const sheet = handle.closest('dialog');
			if (sheet) sheet.style.translate = y > 0 ? `0 ${y}px` : '';
		};
		const letGo = (event: PointerEvent): void => {
			if (startY !== null && event.clientY - startY > AWAY_PX) close();
			else moveTo(0);
			startY = null;
		};

		handle.addEventListener(
			'pointerdown',
			(event) => {
				startY = event.clientY;
				handle.setPointerCapture(event.pointerId);
			},
			{ signal }
		);
		handle.addEventListener(
			'pointermove',
			(event) => {
				if (startY !== null) moveTo(event.clientY - startY);
			},
			{ signal }
		);
		handle.addEventListener('pointerup', letGo, { signal });
		handle.addEventListener('pointercancel', letGo, { signal });
		return () => listening.abort();
	};
}
