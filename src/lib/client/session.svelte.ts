import type { SessionAnswer } from '#lib/protocol/people.ts';

export type Me = Pick<SessionAnswer, 'userId' | 'name' | 'deviceId'>;

/** Why the server does not know this device: its session ended, or new people come by invite only. */
export type SessionProblem = 'signed-out' | 'invite-only';

/** Who this device is, as the server said it last. */
export class Session {
	/** null until the server was asked, which needs a network. */
	me = $state.raw<Me | null>(null);
	problem = $state.raw<SessionProblem | null>(null);
	/** What others see of this person; '' takes it back. @throws Error with a sentence when the server did not take it */
	readonly setName: (name: string) => Promise<void>;

	constructor(setName: (name: string) => Promise<void>) {
		this.setName = setName;
	}
}
