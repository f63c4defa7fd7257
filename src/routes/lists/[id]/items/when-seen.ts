/** Long enough for somebody who stands in an aisle to have come to it. */
const LOOK_MS = 30_000;

/** Calls back once the element has been in view for 30 s without a break, while somebody looked at the page. */
export function whenSeen(act: () => void): (element: HTMLElement) => () => void {
	return (element) => {
		let isInView = false;
		let timer: ReturnType<typeof setTimeout> | undefined;
		const look = () => {
			clearTimeout(timer);
			if (isInView && !document.hidden) timer = setTimeout(act, LOOK_MS);
		};
		const observer = new IntersectionObserver((entries) => {
			isInView = entries.at(-1)?.isIntersecting ?? false;
			look();
		});
		observer.observe(element);
		document.addEventListener('visibilitychange', look);
		return () => {
			clearTimeout(timer);
			observer.disconnect();
			document.removeEventListener('visibilitychange', look);
		};
	};
}
