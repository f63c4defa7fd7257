import type { RequestEvent } from '@sveltejs/kit';
import type { ErrorBody } from '#lib/protocol/error.ts';
import { redeemRequestSchema } from '#lib/protocol/people.ts';
import { app, type Newcomer, type Session } from '#lib/server/app.ts';
import { readBody, refuse, refuseWith } from './answer.ts';
import { currentOf, deviceNameOf, signedIn } from './signed-in.ts';

type Redeemed = { token: string; session: Session; listId?: string } | ErrorBody;

/** Uses a one-time link. Only links that do not work count against an address: those are what a guesser sends. */
export async function redeem(
	event: RequestEvent,
	use: (token: string, by: Newcomer) => Promise<Redeemed>
): Promise<Response> {
	const { badLink } = app().rates;
	const address = event.getClientAddress();
	const retryAfterMs = badLink.wait(address);
	if (retryAfterMs > 0)
		return refuse('rate_limited', 'Too many links that do not work came from here.', retryAfterMs);
	const read = await readBody(event, redeemRequestSchema);
	if (read instanceof Response) return read;
	const { token, name, userId } = read.body;
	const by = { current: currentOf(event), deviceName: deviceNameOf(event), name };
	const redeemed = await use(token, by);
	if ('error' in redeemed) {
		badLink.take(address);
		return refuseWith(redeemed);
	}
	const { listId } = redeemed;
	return signedIn(event, redeemed, userId, listId === undefined ? {} : { listId });
}
