import type { Session } from '#lib/server/app.ts';

declare global {
	namespace App {
		interface Locals {
			/** The device that asks, where it is signed in. */
			session: Session | null;
			/** What was asked could not be written just now. */
			isUnwritable?: true;
		}
	}
}

export {};
