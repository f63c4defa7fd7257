import { expect, test } from 'vitest';
import type { ErrorBody } from '#lib/protocol/error.ts';
import type { SyncAnswer } from '#lib/protocol/sync.ts';
import { newItem } from '../support/mutation-world.ts';
import { routes } from '../support/routes.ts';
import { startServer } from '../support/start-app.ts';
import { Visitor } from '../support/visitor.ts';
import { openStore } from '../sync/device-store.ts';

const EDITS = 5_000;

test('an outbox of 5,000 edits reaches the server in order and each once, as fast as it is let', async () => {
	const server = await startServer({ handler: routes });
	const ann = await Visitor.signedUp(server);
	const { tabs } = await openStore('memory', 'phone');
	const [phone] = tabs;
	const milk = { ...newItem('milk', 'Milk'), listId: 'L' };
	const step = { listId: 'L', id: 'milk', milli: 1_000, unit: null };
	await phone.save({ name: 'list.create', args: { listId: 'L', name: 'Groceries' } }, 'm1', 1);
	await phone.save({ name: 'item.add', args: milk }, 'm2', 2);
	for (let mid = 3; mid <= EDITS; mid++)
		await phone.save({ name: 'item.step', args: step }, `m${mid}`, mid);

	let limited = 0;
	while (phone.stored.outbox.length > 0) {
		const request = phone.request(EDITS);
		const { body } = await ann.ask<SyncAnswer | ErrorBody>('POST', '/api/sync', request);
		if (!('error' in body)) {
			await phone.apply(request, body, null);
			continue;
		}
		expect(body.error.code).toBe('rate_limited');
		limited++;
		await new Promise((resolve) => setTimeout(resolve, body.error.retryAfterMs));
	}
	expect(limited).toBeGreaterThan(0);
	expect(phone.stored.items.get('milk')?.quantity.milli).toBe((EDITS - 1) * 1_000);
	const { sqlite } = server.app.database;
	const served = sqlite.prepare('SELECT quantity_milli FROM grocery_items').pluck().all();
	expect(served).toEqual([(EDITS - 1) * 1_000]);
}, 120_000);
