/** What the worker fetches must not be in the way of the first screen. */
const WORKER_AFTER_MS = 1_000;

/** Chromium's own event; no standard has it. */
interface InstallPrompt extends Event {
	prompt(): Promise<unknown>;
}

/** The app as something installed: whether a new version waits, and whether it can be put on the home screen. */
export class AppUpdate {
	/** A new version is ready and waits for a tap. */
	waiting = $state(false);
	canInstall = $state(false);
	/** Why the app cannot open without its server; '' when it can. */
	offlineProblem = $state('');
	#worker: ServiceWorker | null = null;
	#installPrompt: InstallPrompt | null = null;

	/** Registers the worker and listens to what the browser offers; once per page, for the page's whole life. */
	static register(): AppUpdate {
		const update = new AppUpdate();
		update.#listenForInstall();
		void update.#registerWorker();
		return update;
	}

	/** Puts the waiting version in place, and reloads once it has taken over. */
	apply(): void {
		const reload = () => location.reload();
		navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true });
		this.#worker?.postMessage({ type: 'SKIP_WAITING' });
	}

	/** Shows the browser's own question; a tap has to come before it. */
	async install(): Promise<void> {
		const prompt = this.#installPrompt;
		// It can be shown once, whatever the answer is.
		this.#installPrompt = null;
		this.canInstall = false;
		await prompt?.prompt();
	}

	#listenForInstall(): void {
		addEventListener('beforeinstallprompt', (event) => {
			// Offered in a menu at a time of the person's choosing, not by the browser over the list.
			event.preventDefault();
			this.#installPrompt = event as InstallPrompt;
			this.canInstall = true;
		});
		addEventListener('appinstalled', () => (this.canInstall = false));
	}

	/** A first visit is a page first, and an app once it stands: the code for it is not in the first load. */
	async #registerWorker(): Promise<void> {
		await new Promise((resolve) => setTimeout(resolve, WORKER_AFTER_MS));
		try {
			const { registerWorker } = await import('./worker.ts');
			this.offlineProblem = await registerWorker((worker) => this.#offer(worker));
		} catch {
			// Refused by the browser's settings, or the network went away: the page works all the same.
			this.offlineProblem = 'The app is not kept on this device yet. The next visit tries again.';
		}
	}

	/** The very first worker replaces nothing, so there is nothing to ask. */
	#offer(worker: ServiceWorker | null): void {
		if (!worker || !navigator.serviceWorker.controller) return;
		this.#worker = worker;
		this.waiting = true;
	}
}
