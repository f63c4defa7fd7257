import { nameProblem } from './item.ts';
import type { Row } from './row.ts';

export type Role = 'editor' | 'viewer';

/** Somebody on a list. Written by the server alone: people come by invite and go by leaving or removal. */
export interface Member extends Row {
	readonly userId: string;
	/** Empty until the person gives one. */
	readonly name: string;
	readonly role: Role;
	/** False once they left or were removed; kept, because what they did still carries their name. */
	readonly active: boolean;
}

/** So many on one list; as many as a large household and its friends. */
export const MAX_MEMBERS = 50;
const MAX_PERSON_NAME_LENGTH = 40;

/** Why a text cannot be a person's name, as a sentence; null when it can. Nobody has to give one, so '' can. */
export function personNameProblem(name: string): string | null {
	if (name === '') return null;
	if (name.length > MAX_PERSON_NAME_LENGTH)
		return `A name has at most ${MAX_PERSON_NAME_LENGTH} characters; this one has ${name.length}.`;
	return nameProblem(name);
}
