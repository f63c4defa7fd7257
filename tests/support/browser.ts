import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	test as base,
	chromium,
	expect,
	type BrowserContext,
	type Page,
	type ViewportSize
} from '@playwright/test';
import { startBuiltServer, type BuiltServer } from '../../scripts/built-server.ts';
import { launchOptions } from '../../scripts/chromium.ts';

export { expect };

/** A browser with a profile on the disk, as a person has one: what it stored outlives a killed tab. */
export class Device {
	readonly context: BrowserContext;
	/** What a person would never see and a developer must: errors, and what the content policy refused. */
	readonly problems: string[] = [];

	constructor(context: BrowserContext) {
		this.context = context;
		context.on('weberror', (error) => this.problems.push(error.error().message));
		context.on('console', (message) => {
			if (message.type() === 'error' && !EXPECTED.test(message.text())) {
				this.problems.push(message.text());
			}
		});
	}

	/** A new tab on an address of the app. */
	async open(path = '/'): Promise<Page> {
		const page = await this.context.newPage();
		await page.goto(path);
		return page;
	}

	/** Ends a tab as the system does when memory runs out: no event, no time to save. */
	async kill(page: Page): Promise<void> {
		const session = await this.context.newCDPSession(page);
		const crashed = page.waitForEvent('crash');
		// Nobody is left to answer.
		session.send('Page.crash').catch(() => undefined);
		await crashed;
		await page.close();
	}
}

/** The browser reports every request that finds no server, or is refused; tests that cause that mean to. */
const EXPECTED =
	/net::ERR_(INTERNET_DISCONNECTED|CONNECTION_(REFUSED|RESET|CLOSED)|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED)|status of (401|403|410|426)|closed before receiving a handshake|handshake: Unexpected response code: 400|unknown error occurred when fetching the script/;

interface DeviceOptions {
	/** The profile lies in it, and is there again for the next device that is opened with it. */
	readonly folder: string;
	readonly baseURL: string;
	readonly colorScheme?: 'light' | 'dark';
	readonly viewport?: ViewportSize | null;
	/** A name that leads to this machine and that no browser takes for it, as an address in a LAN. */
	readonly hostName?: string;
	/** Where the browser looks for the authorities that its owner trusts; this machine's own place unless told. */
	readonly home?: string;
}

/** Whoever opens a device closes its context. */
export async function openDevice(options: DeviceOptions): Promise<Device> {
	const { folder, hostName, home, ...context } = options;
	const profile = join(folder, 'profile');
	const launch = { ...launchOptions(), ...(home && { env: { ...process.env, HOME: home } }) };
	if (hostName !== undefined) launch.args.push(`--host-resolver-rules=MAP ${hostName} 127.0.0.1`);
	return new Device(await chromium.launchPersistentContext(profile, { ...launch, ...context }));
}

/** Resolves when the service worker has everything and answers for this page, so that no server is needed. */
export async function isKept(page: Page): Promise<void> {
	await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

interface Fixtures {
	/** A folder that is removed after the test. */
	folder: string;
	/** The production build, as `npm start` runs it, with data of its own. */
	server: BuiltServer;
	/** Starts the server again, on the same port and data and with more variables, and stops it before if it runs. */
	restart: (more?: Readonly<Record<string, string>>) => Promise<BuiltServer>;
	/** Under which the device knows the server; its own unless a test puts something in between. */
	address: string;
	/** A fresh profile; the test fails for anything in its `problems`. */
	device: Device;
}

interface Options {
	colorScheme: 'light' | 'dark';
	/** Variables of the server, as an operator would set them. */
	env: Readonly<Record<string, string>>;
}

/** Where a test's device stands: its server, its profile, a page on it. */
export const test = base.extend<Fixtures & Options>({
	// Playwright reads what a fixture needs from this pattern, so it has to stand there, empty.
	// eslint-disable-next-line no-empty-pattern
	folder: async ({}, use) => {
		const folder = mkdtempSync(join(tmpdir(), 'grocery-e2e-'));
		await use(folder);
		rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	},
	env: [{}, { option: true }],
	server: async ({ folder, env }, use) => {
		const server = await startBuiltServer({ dataDir: join(folder, 'data'), env });
		await use(server);
		await server.stop();
	},
	restart: async ({ server, folder, env }, use) => {
		const { port } = server;
		let running = server;
		await use(async (more = {}) => {
			await running.stop();
			const options = { dataDir: join(folder, 'data'), port, env: { ...env, ...more } };
			return (running = await startBuiltServer(options));
		});
		await running.stop();
	},
	address: ({ server }, use) => use(server.url),
	device: async ({ address, folder, colorScheme, viewport }, use) => {
		const device = await openDevice({ folder, baseURL: address, colorScheme, viewport });
		await use(device);
		await device.context.close();
		expect(device.problems, 'errors in the browser').toEqual([]);
	},
	page: async ({ device }, use) => {
		await use(await device.open());
	}
});
