import type { RequestHandler } from './$types';
import { app } from '#lib/server/app.ts';
import { sessionOf } from '../signed-in.ts';

/** What the server says of itself. */
export const GET: RequestHandler = async (event) =>
	Response.json(await app().status(sessionOf(event)));
