import type { Sqlite } from '../db/sqlite.ts';

/** The server's own timeline: a random epoch, the number of the last write, and what has been collected. */
export interface Timeline {
	readonly epoch: string;
	/** When it began, in wall-clock ms. */
	readonly epochAt: number;
	/** The revision of the newest write. */
	readonly seq: number;
	/** Tombstones up to here are gone, so an older cursor needs a snapshot. */
	readonly gcFloor: number;
}

export interface TimelineStore {
	read(): Timeline;
	/** The next revision; every row of one request gets the same. */
	nextRevision(): number;
	/** Starts a new timeline: the database went back in time, and every cursor given out means nothing now. */
	renew(epoch: string, now: number): void;
	/** Notes that tombstones up to this revision are gone. */
	raiseFloor(rev: number): void;
}

export function createTimelineStore(
	sqlite: Sqlite,
	firstEpoch: string,
	now: number
): TimelineStore {
	sqlite
		.prepare(
			`INSERT INTO sync_meta (id, epoch, seq, gc_floor, epoch_at) VALUES (1, ?, 0, 0, ?)
			 ON CONFLICT DO NOTHING`
		)
		.run(firstEpoch, now);
	const read = sqlite.prepare<[], Timeline>(
		'SELECT epoch, epoch_at AS epochAt, seq, gc_floor AS gcFloor FROM sync_meta'
	);
	const next = sqlite
		.prepare<[], number>('UPDATE sync_meta SET seq = seq + 1 RETURNING seq')
		.pluck();
	const renew = sqlite.prepare<[string, number]>('UPDATE sync_meta SET epoch = ?, epoch_at = ?');
	const raise = sqlite.prepare<[number]>('UPDATE sync_meta SET gc_floor = max(gc_floor, ?)');
	return {
		read() {
			const timeline = read.get();
			if (!timeline) throw new Error('sync_meta has no row.');
			return timeline;
		},
		nextRevision() {
			const seq = next.get();
			if (seq === undefined) throw new Error('sync_meta has no row.');
			return seq;
		},
		renew: (epoch, now) => void renew.run(epoch, now),
		raiseFloor: (rev) => void raise.run(rev)
	};
}
