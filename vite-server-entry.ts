import type { Server as HttpServer } from 'node:http';
import { isRunnableDevEnvironment, type Plugin, type ViteDevServer } from 'vite';

/**
 * Builds the server's entry together with Kit's own server code, so that endpoints and sockets share one
 * instance of every module. A server file written by hand would load a second copy of the services.
 */
export function serverEntry(): Plugin {
	return {
		name: 'server-entry',
		apply: 'build',
		config: () => ({
			environments: {
				ssr: { build: { rolldownOptions: { input: { main: 'src/lib/server/main.ts' } } } }
			}
		})
	};
}

type Development = typeof import('./src/lib/server/development.ts');

/**
 * Gives the development server the services and the socket. Imported through the runner that Kit itself uses,
 * they are the instances that the routes see. A change below `src/lib/server` starts them anew.
 */
export function realtimeInDevelopment(): Plugin {
	return {
		name: 'realtime-in-development',
		apply: 'serve',
		configureServer(server) {
			if (process.env['VITEST'] || server.httpServer === null) return;
			server.httpServer.once('listening', () => {
				startServices(server).catch((problem: unknown) => {
					server.config.logger.error(String(problem));
					process.exit(1);
				});
			});
		}
	};
}

async function startServices(server: ViteDevServer): Promise<void> {
	const { ssr } = server.environments;
	if (!isRunnableDevEnvironment(ssr) || server.httpServer === null) return;
	const { startInDevelopment } = await ssr.runner.import<Development>(
		'/src/lib/server/development.ts'
	);
	const services = await startInDevelopment(server.httpServer as HttpServer);
	server.httpServer.once('close', () => void services.close());
	server.watcher.on('change', (file) => {
		if (file.includes('/src/lib/server/')) void server.restart();
	});
}
