import type { StatusRow } from './status-rows.ts';
import type { StatusWords } from './status-words.ts';
import type { Status } from './sync-status.ts';

/** What a device knows of itself; none of it needs the server. */
export interface DeviceFacts {
	readonly listCount: number;
	/** Edits that are not on the server. */
	readonly pending: number;
	readonly sync: Status;
	/** Over https, or on the server's own machine: only there a browser installs anything. */
	readonly isSecure: boolean;
	/** A service worker has the app, so that it opens without its server. */
	readonly isAppKept: boolean;
	/** Why it cannot be kept; '' when it can. */
	readonly offlineProblem: string;
	/** Whether the browser promises to keep the data; null when it does not say. */
	readonly isPersisted: boolean | null;
}

/** How this device stands, for people. */
export function deviceRows(facts: DeviceFacts, words: StatusWords): StatusRow[] {
	const rows = [offlineRow(facts, words), changesRow(facts)];
	if (facts.isPersisted !== null) rows.push(persistenceRow(facts.isPersisted));
	if (!facts.isSecure) rows.push(HTTPS_ROW);
	return rows;
}

function offlineRow(
	{ listCount, isAppKept, isSecure, offlineProblem }: DeviceFacts,
	words: StatusWords
): StatusRow {
	const row = { icon: 'saved', title: 'Works offline' };
	const lists =
		listCount > 1
			? `All ${words.count(listCount, 'list')} are kept here.`
			: listCount === 1
				? 'Your list is kept here.'
				: 'There is no list yet.';
	if (isAppKept)
		return { ...row, sentence: `${lists} So is the app.`, tag: 'Yes', tone: 'positive' };
	// Why is in the row about https.
	if (!isSecure) return { ...row, sentence: lists, tag: 'While open', tone: 'plain' };
	if (offlineProblem !== '')
		return {
			...row,
			sentence: `${lists} ${offlineProblem}`,
			tag: 'While open',
			tone: 'caution',
			short: offlineProblem
		};
	return { ...row, sentence: `${lists} The app is on its way.`, tag: 'Not yet', tone: 'plain' };
}

function changesRow({ pending, sync }: DeviceFacts): StatusRow {
	const title = 'Your changes';
	const sentence = `${sync.words}. ${sync.meaning}`;
	if (sync.state === 'needs-attention')
		return {
			icon: 'attention',
			title,
			sentence,
			tag: 'Needs you',
			tone: 'critical',
			short: `${sync.words}.`
		};
	if (pending === 0)
		return {
			icon: 'synced',
			title,
			sentence: 'Nothing waits to be sent.',
			tag: 'Sent',
			tone: 'positive'
		};
	const icon = sync.state === 'syncing' ? 'syncing' : 'saved';
	return { icon, title, sentence, tag: `${pending} waiting`, tone: 'plain' };
}

function persistenceRow(isPersisted: boolean): StatusRow {
	const row = { icon: 'database', title: 'Room on this device' };
	return isPersisted
		? {
				...row,
				sentence: 'The browser keeps your lists, also when it runs out of room.',
				tag: 'Promised',
				tone: 'positive'
			}
		: {
				...row,
				sentence:
					'The browser may clear your lists when it runs out of room. What is on the server comes back.',
				tag: 'Not promised',
				tone: 'plain'
			};
}

const HTTPS_ROW: StatusRow = {
	icon: 'link',
	title: 'Secure address (https)',
	sentence:
		'Without it the app cannot be installed, opened without its server or listen, and the browser does not promise to keep what is here. “HTTPS at home” in docs/operations.md says how to set it up.',
	tag: 'Off',
	tone: 'caution',
	short: 'This address is not https.'
};

/** What the browser says of how it keeps this app. */
export type Keeping = Pick<DeviceFacts, 'isAppKept' | 'isPersisted'>;

/** Calls back with what the browser says, and again when the app comes to be kept, until it is ended. */
export function watchKeeping(onChange: (keeping: Keeping) => void): () => void {
	// Absent without a secure context, whatever the types say.
	const { serviceWorker, storage } = navigator as Partial<Navigator>;
	let keeping: Keeping = {
		isAppKept: Boolean(serviceWorker?.controller),
		isPersisted: null
	};
	let hasEnded = false;
	const learn = (more: Partial<Keeping>) => {
		keeping = { ...keeping, ...more };
		if (!hasEnded) onChange(keeping);
	};
	learn({});
	// Never settles where no worker comes, and then there is nothing to say.
	void serviceWorker?.ready.then(() => learn({ isAppKept: true }));
	storage?.persisted().then(
		(isPersisted) => learn({ isPersisted }),
		() => undefined // a browser that does not say
	);
	return () => (hasEnded = true);
}
