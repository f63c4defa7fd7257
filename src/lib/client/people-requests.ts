import type { Role } from '#lib/domain/member.ts';
import {
	devicesSchema,
	joinedSchema,
	linkSchema,
	nothingSchema,
	sessionSchema,
	type DevicesAnswer,
	type LinkAnswer,
	type SessionAnswer
} from '#lib/protocol/people.ts';
import { demand } from './http.ts';

// What a page asks the server about people. None of it can be done without the server, so it is said when it fails.

/** @throws Error with a sentence for people */
export const makeInvite = (listId: string, role: Role): Promise<LinkAnswer> =>
	demand('POST', '/api/invites', linkSchema, { listId, role });

/** A link for another device of this person. @throws Error with a sentence for people */
export const makePairing = (): Promise<LinkAnswer> =>
	demand('POST', '/api/pairings', linkSchema, {});

export interface Redeem {
	readonly token: string;
	/** What others are to call this person, if they said. */
	readonly name?: string;
	/** Who this device was until now. */
	readonly userId: string | null;
}

/** @throws Error with a sentence for people */
export const redeemInvite = (body: Redeem): Promise<SessionAnswer & { listId: string }> =>
	demand('POST', '/api/invites/redeem', joinedSchema, body);

/** @throws Error with a sentence for people */
export const redeemPairing = (body: Redeem): Promise<SessionAnswer> =>
	demand('POST', '/api/pairings/redeem', sessionSchema, body);

/** @throws Error with a sentence for people */
export const fetchDevices = (): Promise<DevicesAnswer> =>
	demand('GET', '/api/devices', devicesSchema);

/** Signs a device of this person out. @throws Error with a sentence for people */
export const endDevice = (deviceId: string): Promise<void> =>
	demand('DELETE', `/api/devices/${encodeURIComponent(deviceId)}`, nothingSchema);

/** Takes somebody off a list; oneself, to leave it. @throws Error with a sentence for people */
export const removeMember = (listId: string, userId: string): Promise<void> =>
	demand(
		'DELETE',
		`/api/lists/${encodeURIComponent(listId)}/members/${encodeURIComponent(userId)}`,
		nothingSchema
	);
