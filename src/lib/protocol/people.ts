import * as v from 'valibot';
import { personNameProblem } from '#lib/domain/member.ts';
import { idSchema } from './mutations.ts';

// Who is who: device sessions, invites to a list, and pairing another device of the same person.

export const roleSchema = v.picklist(['editor', 'viewer'], 'A role is "editor" or "viewer".');

const personNameSchema = v.pipe(
	v.string('A name is a text.'),
	v.rawCheck(({ dataset, addIssue }) => {
		const problem = dataset.typed ? personNameProblem(dataset.value) : null;
		if (problem !== null) addIssue({ message: problem });
	})
);

/** 256 random bits as base64url. */
const tokenSchema = v.pipe(
	v.string('The field "token" is missing.'),
	v.regex(/^[A-Za-z0-9_-]{43}$/, 'This link is not complete.')
);

/** null for a device that has never been signed in. */
const knownUserSchema = v.optional(v.nullable(idSchema), null);

/** `POST /api/session`. */
export const sessionRequestSchema = v.object(
	{
		/** What others see; '' takes it back. */
		name: v.optional(personNameSchema),
		/** Who this device was when it was last signed in: a new person is made for a device without one only. */
		userId: knownUserSchema
	},
	'The body must be a JSON object.'
);

/** Who this device is, as the server knows it. */
export const sessionSchema = v.object({
	userId: v.string(),
	/** '' until the person gives one. */
	name: v.string(),
	deviceId: v.string(),
	/** The person that the request named is this one, or became this one: what the device holds is theirs. */
	isSamePerson: v.boolean(),
	realtime: v.picklist(['socket', 'polling'])
});
export type SessionAnswer = v.InferOutput<typeof sessionSchema>;

/** `POST /api/invites`. */
export const inviteRequestSchema = v.object(
	{ listId: idSchema, role: roleSchema },
	'The body must be a JSON object with "listId" and "role".'
);

/** Answer to an invite and to a pairing: works once, until `expiresAt` (wall-clock ms of the server). */
export const linkSchema = v.object({
	token: v.string(),
	/** The address to open on the other device; the token stands in its fragment, which no server log sees. */
	link: v.string(),
	expiresAt: v.number()
});
export type LinkAnswer = v.InferOutput<typeof linkSchema>;

/** `POST /api/invites/redeem` and `POST /api/pairings/redeem`. */
export const redeemRequestSchema = v.object(
	{ token: tokenSchema, name: v.optional(personNameSchema), userId: knownUserSchema },
	'The body must be a JSON object with the field "token".'
);

/** Who the device is now, and the list it came for. */
export const joinedSchema = v.object({ ...sessionSchema.entries, listId: v.string() });

/** `GET /api/devices`. */
export const devicesSchema = v.object({
	devices: v.array(
		v.object({
			id: v.string(),
			/** Such as "Chrome on Android". */
			name: v.string(),
			createdAt: v.number(),
			/** Written at most once an hour. */
			seenAt: v.number(),
			/** The one that asks. */
			isCurrent: v.boolean()
		})
	)
});
export type DevicesAnswer = v.InferOutput<typeof devicesSchema>;

/** What an answer without a body is. */
export const nothingSchema = v.undefined();
