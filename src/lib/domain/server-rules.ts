import { larger, unseenTwin } from './merge.ts';
import { renumber } from './order.ts';

/**
 * What only the server does when it applies a mutation. Handed to the mutators, so that no device carries the code.
 */
export const SERVER_RULES = { unseenTwin, larger, renumber };
export type ServerRules = typeof SERVER_RULES;
