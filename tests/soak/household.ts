import { newId } from '#lib/client/identity.ts';
import { HeadlessDevice, type Listeners } from '../support/headless-device.ts';

/** People who share their lists, each with a device. */
export interface Household {
	readonly devices: readonly HeadlessDevice[];
	readonly listIds: readonly string[];
}

const HOUSEHOLDS = 3;
const LISTS = ['Groceries', 'Cookout'];

/**
 * Signs everybody up and lets them onto the lists of their household: three of them, or fewer, so that nobody is alone.
 * @param clients at least two
 */
export async function openHouseholds(
	serverUrl: string,
	clients: number,
	listeners: Listeners
): Promise<Household[]> {
	const count = Math.min(HOUSEHOLDS, Math.floor(clients / 2));
	const households = Array.from({ length: count }, () => [] as HeadlessDevice[]);
	for (let i = 0; i < clients; i++) {
		const name = `client ${i + 1}`;
		households[i % count]?.push(await HeadlessDevice.open(serverUrl, name, listeners));
	}
	return Promise.all(households.map(shareLists));
}

async function shareLists(devices: readonly HeadlessDevice[]): Promise<Household> {
	const [host, ...guests] = devices;
	if (!host) throw new Error('A household has somebody in it.');
	const listIds: string[] = [];
	for (const name of LISTS) {
		const listId = newId();
		listIds.push(listId);
		await host.act({ name: 'list.create', args: { listId, name } });
		for (const guest of guests) await host.invite(guest, listId);
	}
	return { devices, listIds };
}
