import type { LineState } from './online.ts';
import type { StorageProblem } from './disk.ts';
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
	/** This device has never had an answer, or the server has to be told what it lost. */
	readonly isBehind: boolean;
	/** What this browser's storage does wrong. */
	readonly storage: StorageProblem | null;
	/** null while nothing was asked. */
	readonly line: LineState | null;
	readonly problem: SessionProblem | null;
	/** Wall-clock ms. */
	readonly now: number;
}

/** Without a socket the loop asks every 30 s: after two and a half of those something is wrong. */
const FRESH_MS = 75_000;

/** So many edits that were never on a server are more than anybody wants to lose with a phone. */
const MANY_WAITING = 1_000;

/**
 * What the status "Sync" says. What needs somebody comes first, then what is going on.
 * @param local says it where only the device counts
 */
export function statusOf(facts: SyncFacts, local: (facts: SyncFacts) => Status): Status {
	const { pending, dead, isBehind, line, problem, storage } = facts;
	if (storage) return storageStatus(facts, storage);
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
	if (!line || !isAlive(line, facts.now)) {
		if (pending < MANY_WAITING) return local(facts);
		return needs(
			`Saved here, ${pending.toLocaleString('en-US')} waiting`,
			'That is much to lose with a device. Bring it to a network soon, or save a copy of what waits to a file.'
		);
	}
	if (pending > 0 || isBehind)
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

const STORAGE_WORDS = {
	full: {
		words: 'This device is out of space',
		meaning: 'Make room on it, by removing photos or apps.'
	},
	newer: {
		words: 'This app needs an update',
		meaning: 'A newer version is open in another tab. Reload this page.'
	},
	failing: {
		words: 'This browser cannot save',
		meaning: 'It could not write to the disk of this device.'
	}
} as const satisfies Record<StorageProblem, Pick<Status, 'words' | 'meaning'>>;

/** What is not on the disk is in this page and nowhere else, so it says that first. */
function storageStatus({ unsaved }: SyncFacts, problem: StorageProblem): Status {
	const { words, meaning } = STORAGE_WORDS[problem];
	if (unsaved === 0)
		return needs(
			words,
			`${meaning} What others change is not kept here until then. Nothing is lost.`
		);
	const changes = unsaved === 1 ? '1 change is' : `${unsaved} changes are`;
	return needs(
		`${changes} not saved`,
		`${words}. ${meaning} Keep this page open until then: what you did is in it, and not on the server. It tries again by itself.`
	);
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
