import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Timeline } from './timeline.ts';

const markerSchema = v.object({
	/** `running` from the start on, `clean` once everything was written and closed. */
	state: v.picklist(['running', 'clean']),
	epoch: v.string(),
	seq: v.number(),
	/** Of the kernel that it ran under; null where that cannot be told. */
	bootId: v.nullable(v.string())
});
type Marker = v.InferOutput<typeof markerSchema>;

/** A note beside the database of how far it had come, by which a start sees that it went back in time. */
export interface TimelineMarker {
	/**
	 * Whether the database may have lost what it had said: it was replaced by an older one, or the machine went down
	 * while it was open. A process that was merely killed has lost nothing, because every commit waits for the disk.
	 */
	contradicts(timeline: Timeline): boolean;
	write(state: Marker['state'], timeline: Timeline): void;
}

/** @param bootId changes with every start of the machine; null where that cannot be told */
export function openTimelineMarker(dataDir: string, bootId: string | null): TimelineMarker {
	const file = join(dataDir, 'sync.timeline');
	return {
		contradicts({ epoch, seq }) {
			const marker = readMarker(file);
			if (!marker || marker.epoch !== epoch || marker.seq > seq) return true;
			return marker.state === 'running' && (bootId === null || marker.bootId !== bootId);
		},
		write(state, { epoch, seq }) {
			const marker: Marker = { state, epoch, seq, bootId };
			const partial = `${file}.partial`;
			writeFileSync(partial, JSON.stringify(marker), { mode: 0o600, flush: true });
			renameSync(partial, file);
		}
	};
}

/** Linux names each start of the machine. @returns null elsewhere, where every unclean end counts as one of it */
export function readBootId(): string | null {
	try {
		return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
	} catch {
		return null;
	}
}

function readMarker(file: string): Marker | null {
	try {
		const parsed = v.safeParse(markerSchema, JSON.parse(readFileSync(file, 'utf8')));
		return parsed.success ? parsed.output : null;
	} catch {
		return null; // missing or cut off: then it says nothing for the database
	}
}
