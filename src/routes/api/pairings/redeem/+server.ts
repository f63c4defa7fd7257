import type { RequestHandler } from './$types';
import { app } from '#lib/server/app.ts';
import { redeem } from '../../redeem.ts';

/** Makes this device one of the person who made the link. */
export const POST: RequestHandler = (event) =>
	redeem(event, (token, newcomer) => app().people.redeemPairing(token, newcomer));
