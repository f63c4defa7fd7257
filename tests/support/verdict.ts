import { accountOf, audit, type Account, type Violation } from './books.ts';
import type { HeadlessDevice } from './headless-device.ts';
import { differenceOf, openServerData, type ServerData } from './server-data.ts';

/**
 * Everything that is wrong with a server that has ended and with devices that were given the time to come to rest.
 * @param file its database
 * @param epoch what a device heard first
 * @param others what was done by whoever holds nothing of its own
 */
export function findViolations(
	file: string,
	devices: readonly HeadlessDevice[],
	epoch: string | null,
	others: readonly Account[] = []
): Violation[] {
	const data = openServerData(file);
	try {
		const found = audit(data, [...devices.map(accountOf), ...others]);
		for (const device of devices) found.push(...violationsOf(device, data));
		if (data.integrity !== 'ok') found.push({ kind: 'damaged', what: data.integrity });
		// A crash loses nothing, so it begins no new timeline: nobody has to read everything again.
		if (data.epoch !== epoch) found.push({ kind: 'damaged', what: 'the server lost its epoch' });
		return found;
	} finally {
		data.close();
	}
}

function violationsOf(device: HeadlessDevice, data: ServerData): Violation[] {
	const { name, stored, problem } = device;
	const found: Violation[] = stored.dead.map(({ entry, message }) => ({
		kind: 'refused',
		what: `${entry?.name ?? 'an edit'} of ${name}: ${message}`
	}));
	const waiting = stored.outbox.length;
	if (waiting > 0)
		found.push({ kind: 'not converged', what: `${name} still has ${waiting} edits` });
	if (problem !== null) found.push({ kind: 'not converged', what: `${name} stopped: ${problem}` });
	const difference = differenceOf(device, data);
	if (difference !== null) found.push({ kind: 'not converged', what: `${name}: ${difference}` });
	return found;
}
