import type { RequestHandler } from './$types';
import { app } from '#lib/server/app.ts';
import { redeem } from '../../redeem.ts';

/** Puts whoever holds the link on its list. By POST alone, so that no preview of the link can use it up. */
export const POST: RequestHandler = (event) =>
	redeem(event, (token, newcomer) => app().people.redeemInvite(token, newcomer));
