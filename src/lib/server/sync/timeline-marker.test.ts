import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../../tests/support/temporary-folder.ts';
import { openTimelineMarker } from './timeline-marker.ts';

const at = (seq: number, epoch = 'epoch-1') => ({ epoch, seq, epochAt: 0, gcFloor: 0 });

/** A folder whose server ended like this, at seq 10. */
function endedAs(state: 'running' | 'clean', bootId: string | null = 'boot-1') {
	const folder = temporaryFolder();
	openTimelineMarker(folder, bootId).write(state, at(10));
	return folder;
}

test('a server that was ended or merely killed has lost nothing', () => {
	expect(openTimelineMarker(endedAs('clean'), 'boot-2').contradicts(at(10))).toBe(false);
	expect(openTimelineMarker(endedAs('running'), 'boot-1').contradicts(at(12))).toBe(false);
});

test('a machine that went down while it ran may have lost the last commits', () => {
	expect(openTimelineMarker(endedAs('running'), 'boot-2').contradicts(at(12))).toBe(true);
});

test('where a start of the machine cannot be told from another, every unclean end counts as one', () => {
	expect(openTimelineMarker(endedAs('running', null), null).contradicts(at(12))).toBe(true);
	expect(openTimelineMarker(endedAs('clean', null), null).contradicts(at(12))).toBe(false);
});

test('a database that has come less far, or is of another timeline, was put in its place', () => {
	const marker = openTimelineMarker(endedAs('clean'), 'boot-1');
	expect(marker.contradicts(at(9))).toBe(true);
	expect(marker.contradicts(at(11, 'epoch-2'))).toBe(true);
});

test('a marker that is missing or damaged says nothing for the database', () => {
	const folder = endedAs('clean');
	const file = join(folder, 'sync.timeline');
	writeFileSync(file, readFileSync(file, 'utf8').slice(0, 9));
	expect(openTimelineMarker(folder, 'boot-1').contradicts(at(10))).toBe(true);
	rmSync(file);
	expect(openTimelineMarker(folder, 'boot-1').contradicts(at(10))).toBe(true);
});
