import type { LineState } from './online.ts';
import type { SessionProblem } from './session.svelte.ts';

export type SyncState = 'saved-here' | 'syncing' | 'up-to-date' | 'needs-attention';

export interface Status {
	readonly state: SyncState;
	readonly words: string;
	/** In a sentence or two, with what happens next. */
	readonly meaning: string;
}

export interface SyncFacts {
	/** Edits that are not on the server. */
	readonly pending: number;
	/** Those of them that are not even on the disk. */
	readonly unsaved: number;
	/** Edits that the server refused. */
	readonly dead: number;
	/** This device has never had an answer. */
	readonly isFirst: boolean;
	/** null while nothing was asked. */
	readonly line: LineState | null;
	readonly problem: SessionProblem | null;
	/** Wall-clock ms. */
	readonly now: number;
}

/** Without a socket the loop asks every 30 s: after two and a half of those something is wrong. */
const FRESH_MS = 75_000;

/**
 * What the status "Sync" says. What needs somebody comes first, then what is going on.
 * @param local says it where only the device counts
 */
export function statusOf(facts: SyncFacts, local: (facts: SyncFacts) => Status): Status {
	const { pending, unsaved, dead, isFirst, line, problem } = facts;
	if (unsaved > 0) return local(facts);
	const waiting = pending === 0 ? '' : `, ${pending} waiting`;
	if (dead > 0)
		return needs(
			dead === 1 ? '1 change needs you' : `${dead} changes need you`,
			'The server did not take this. It is kept here until you have decided.'
		);
	if (line?.stoppedBy?.code === 'upgrade_required')
		return needs('This app needs an update', 'Reload it. What you did is kept on this device.');
	if (problem === 'signed-out')
		return needs(
			`Signed out here${waiting}`,
			'Everything is kept on this device. To go on, open a pairing link here: from another device of yours, or from whoever runs the server.'
		);
	if (problem === 'invite-only') return { ...local(facts), meaning: INVITE_ONLY };
	if (line?.stoppedBy) return { ...local(facts), meaning: line.stoppedBy.message };
	if (!line || !isAlive(line, facts.now)) return local(facts);
	if (pending > 0 || isFirst)
		return {
			state: 'syncing',
			words: `Syncing${waiting}`,
			meaning: 'What you did is on this device and on its way to the server.'
		};
	return {
		state: 'up-to-date',
		words: 'Up to date',
		meaning: 'This device and the server hold the same.'
	};
}

const INVITE_ONLY =
	'This server takes new people by invite only. Until then everything stays on this device.';

const needs = (words: string, meaning: string): Status => ({
	state: 'needs-attention',
	words,
	meaning
});

function isAlive({ isConnected, isFailing, lastContactAt }: LineState, now: number): boolean {
	if (isFailing) return false;
	return isConnected || (lastContactAt !== null && now - lastContactAt < FRESH_MS);
}
