import { expect, test } from 'vitest';
import type { Done, HeadlessDevice } from '../support/headless-device.ts';
import { Arrivals } from './arrivals.ts';

const deviceAt = (cursor: number) => ({ stored: { meta: { cursor } } }) as HeadlessDevice;

function doneAt(ms: number): Done {
	const mutation = { name: 'list.delete', args: { listId: 'L' } } as const;
	return { muid: 'm', mutation, doneAt: ms, acknowledged: null };
}

test('an edit arrives when the other device has come as far as the server was when it had it', () => {
	const arrivals = new Arrivals();
	const done = doneAt(performance.now());
	const other = deviceAt(6);
	arrivals.begin(done, [{ device: other, isCalm: true }]);
	done.acknowledged = { at: performance.now(), cursor: 7 };
	arrivals.acknowledged(done);
	arrivals.heard(other);
	expect(arrivals.calm).toEqual([]);
	other.stored.meta = { ...other.stored.meta, cursor: 7 };
	arrivals.heard(other);
	arrivals.heard(other);
	expect(arrivals.calm).toHaveLength(1);
	expect(arrivals.cut).toEqual([]);
});

test('an edit may be on the other device before its author hears that the server has it', () => {
	const arrivals = new Arrivals();
	const done = doneAt(performance.now());
	const other = deviceAt(7);
	arrivals.begin(done, [{ device: other, isCalm: false }]);
	arrivals.heard(other);
	done.acknowledged = { at: performance.now() + 5_000, cursor: 7 };
	arrivals.acknowledged(done);
	expect(arrivals.cut).toHaveLength(1);
	expect(arrivals.cut[0]).toBeLessThan(5_000);
});
