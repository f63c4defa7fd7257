import type { Session } from '#lib/server/app.ts';

declare global {
	namespace App {
		interface Locals {
			/** The device that asks, where it is signed in. */
			session: Session | null;
		}
	}
}

export {};
