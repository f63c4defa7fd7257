/** The one address a worker may be loaded from; anything else is refused before the browser sees it. */
const WORKER_URL = '/sw.js';

/**
 * Registers the service worker, with which the app opens without its server.
 * @param onWaiting gets each version that is ready to take over
 * @returns why there is none, as a sentence; '' when there is
 * @throws what the browser says when it refuses
 */
export async function registerWorker(
	onWaiting: (worker: ServiceWorker | null) => void
): Promise<string> {
	// Absent where there is no secure context, whatever the types say.
	const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
	if (!container)
		return isSecureContext
			? 'This browser cannot keep the app for use without a network.'
			: 'Over plain HTTP the app cannot open without its server. With HTTPS it can.';
	const registration = await container.register(workerUrl());
	onWaiting(registration.waiting);
	registration.addEventListener('updatefound', () => {
		const worker = registration.installing;
		worker?.addEventListener('statechange', () => {
			if (worker.state === 'installed') onWaiting(worker);
		});
	});
	return '';
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
