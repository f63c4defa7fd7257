import type { Server } from 'node:http';
import { runningApp, startApp } from './app.ts';
import { parseConfig } from './config.ts';
import { attachRealtime } from './realtime.ts';

/** Starts the services and the socket on the development server's own port. */
export async function startInDevelopment(http: Server): Promise<{ close(): Promise<void> }> {
	// After an edit the server before may still be on its way out.
	await runningApp()?.close();
	const config = parseConfig(process.env);
	const app = await startApp(config);
	if (config.realtime === 'socket') attachRealtime(http, app, { destroyUpgrade: false });
	return app;
}
