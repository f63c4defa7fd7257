import type { RequestHandler } from './$types';
import { inviteRequestSchema, type LinkAnswer } from '#lib/protocol/people.ts';
import { app } from '#lib/server/app.ts';
import { readBody, refuseWith } from '../answer.ts';
import { linkTo, sessionOf } from '../signed-in.ts';

/** Makes a link that lets one person onto a list, once. */
export const POST: RequestHandler = async (event) => {
	const { userId } = sessionOf(event);
	const read = await readBody(event, inviteRequestSchema);
	if (read instanceof Response) return read;
	const invite = await app().people.invite(userId, read.body.listId, read.body.role);
	if ('error' in invite) return refuseWith(invite);
	const answer: LinkAnswer = { ...invite, link: linkTo(event, '/join', invite.token) };
	return Response.json(answer, { status: 201 });
};
