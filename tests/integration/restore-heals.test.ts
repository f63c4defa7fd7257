import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newId } from '#lib/client/identity.ts';
import { runScript } from '../support/command.ts';
import { HeadlessDevice } from '../support/headless-device.ts';
import { newItem } from '../support/mutation-world.ts';
import { RestartingServer } from '../support/restarting-server.ts';
import { differenceOf, openServerData } from '../support/server-data.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

const EDITS = 50;

test(`R8: ${EDITS} edits that two phones made after the backup are there again after a restore, each once`, async () => {
	const folder = temporaryFolder();
	const place = { dataDir: join(folder, 'data'), backupDir: join(folder, 'backups') };
	const server = await RestartingServer.start(place.dataDir);
	const devices = await Promise.all([
		HeadlessDevice.open(server.url, 'Ann'),
		HeadlessDevice.open(server.url, 'Ben')
	]);
	const [ann, ben] = devices;
	try {
		const listId = newId();
		const add = (device: HeadlessDevice, name: string) =>
			device.act({ name: 'item.add', args: { ...newItem(newId(), name), listId } });
		await ann.act({ name: 'list.create', args: { listId, name: 'Groceries' } });
		await ann.invite(ben, listId);
		await add(ann, 'Before');
		await areQuiet(devices, server.file);
		const backup = runScript('backup', place).stdout.trimEnd().split('\n').at(-1) ?? '';

		for (let i = 0; i < EDITS; i++) await add(i % 2 === 0 ? ann : ben, `Thing ${i}`);
		await areQuiet(devices, server.file);
		const lost = ann.stored.meta.epoch;
		await server.stop();
		expect(runScript('restore', place, backup)).toMatchObject({ status: 0, stderr: '' });
		const data = openServerData(server.file);
		expect(data.itemIds).toHaveLength(1);
		data.close();

		await server.restart('SIGTERM');
		for (const device of devices) device.look();
		await until('the devices to hear of the new timeline', () =>
			devices.every(({ stored }) => stored.meta.epoch !== lost)
		);
		await areQuiet(devices, server.file);
		await server.stop();
		const healed = openServerData(server.file);
		const names = [...healed.rows.liveItems(listId)].map(({ name }) => name);
		const things = Array.from({ length: EDITS }, (_, i) => `Thing ${i}`);
		expect(names.sort()).toEqual(['Before', ...things].sort());
		healed.close();
	} finally {
		for (const device of devices) device.close();
		await server.stop('SIGKILL');
	}
}, 120_000);

/** Nothing waits on any of them, and each holds what the server has for it. */
async function areQuiet(devices: readonly HeadlessDevice[], file: string): Promise<void> {
	await until('the devices to hold what the server has, and nothing to wait', () => {
		const data = openServerData(file);
		const isQuiet = devices.every((device) => {
			const { outbox, offered } = device.stored;
			return outbox.length + offered.length === 0 && differenceOf(device, data) === null;
		});
		data.close();
		return isQuiet;
	});
}
