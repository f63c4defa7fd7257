import type { Row } from './row.ts';

export type Role = 'editor' | 'viewer';

/** Somebody on a list. Written by the server alone: people come by invite and go by leaving or removal. */
export interface Member extends Row {
	readonly userId: string;
	/** Empty until the person gives one. */
	readonly name: string;
	readonly role: Role;
}
