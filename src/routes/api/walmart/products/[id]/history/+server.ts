import type { RequestHandler } from './$types';
import type { PriceHistory } from '#lib/protocol/price-history.ts';
import { app } from '#lib/server/app.ts';
import { refuse } from '../../../../answer.ts';

export const GET: RequestHandler = ({ params }) => {
	const history: PriceHistory | null = app().priceHistoryOf(params.id);
	if (history === null) return refuse('not_found', 'There is no product with this id.');
	return Response.json(history);
};
