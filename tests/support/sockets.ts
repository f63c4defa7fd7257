import type { BrowserContext, Page, WebSocket } from '@playwright/test';

/** The sockets of all tabs of a device. */
export class Sockets {
	/** Those that are open, or being opened, with the tab of each. */
	readonly open = new Map<WebSocket, Page>();
	/** How many there ever were. */
	count = 0;

	/** Has to come before the tabs are opened. */
	constructor(context: BrowserContext) {
		for (const page of context.pages()) this.#watch(page);
		context.on('page', (page) => this.#watch(page));
	}

	#watch(page: Page): void {
		page.on('websocket', (socket) => {
			this.count++;
			this.open.set(socket, page);
			socket.on('close', () => this.open.delete(socket));
		});
		page.on('close', () => {
			for (const [socket, owner] of this.open) if (owner === page) this.open.delete(socket);
		});
	}
}
