import { runServer } from '#lib/server/run.ts';
import { routes } from './routes.ts';

/** The product's own process with its endpoints and without its pages, so that it can be tested unbuilt. */
await runServer(async () => routes);
