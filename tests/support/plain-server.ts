import { runServer } from '#lib/server/run.ts';

/** The product's own process without its pages, so that starting and ending can be tested unbuilt. */
await runServer(async () => (_request, _response, next) => next());
