/** The one address a worker may be loaded from; anything else is refused before the browser sees it. */
const WORKER_URL = '/sw.js';

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

	async #registerWorker(): Promise<void> {
		// Absent where there is no secure context, whatever the types say.
		const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
		if (!container) {
			this.offlineProblem = isSecureContext
				? 'This browser cannot keep the app for use without a network.'
				: 'Over plain HTTP the app cannot open without its server. With HTTPS it can.';
			return;
		}
		try {
			this.#watch(await container.register(workerUrl()));
		} catch {
			// Refused by the browser's settings, or the network went away: the page works all the same.
			this.offlineProblem = 'The app is not kept on this device yet. The next visit tries again.';
		}
	}

	#watch(registration: ServiceWorkerRegistration): void {
		this.#offer(registration.waiting);
		registration.addEventListener('updatefound', () => {
			const worker = registration.installing;
			worker?.addEventListener('statechange', () => {
				if (worker.state === 'installed') this.#offer(worker);
			});
		});
	}

	/** The very first worker replaces nothing, so there is nothing to ask. */
	#offer(worker: ServiceWorker | null): void {
		if (!worker || !navigator.serviceWorker.controller) return;
		this.#worker = worker;
		this.waiting = true;
	}
}

interface TrustedTypes {
	createPolicy(name: string, rules: UrlPolicy): UrlPolicy;
}

interface UrlPolicy {
	createScriptURL(url: string): string;
}

/** Under Trusted Types a worker's address has to pass a policy; ours knows one address. */
function workerUrl(): string {
	const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
	if (!trustedTypes) return WORKER_URL;
	const policy = trustedTypes.createPolicy('wga-service-worker', {
		createScriptURL(url) {
			if (url !== WORKER_URL) throw new TypeError(`not a worker of this app: ${url}`);
			return url;
		}
	});
	return policy.createScriptURL(WORKER_URL);
}
