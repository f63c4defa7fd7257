import { describe, expect, test, vi } from 'vitest';
import type { ImportAnswer, ImportProgress } from '#lib/protocol/imports.ts';
import type { LineModel } from '#lib/server/imports/worker.ts';
import type { RunningServer } from '#lib/server/serve.ts';
import { routes } from '../support/routes.ts';
import { startServer } from '../support/start-app.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { Visitor, type Answered } from '../support/visitor.ts';

const ROUTE = '/api/walmart/imports';
/** The rules are unsure of a name that is this long. */
const UNSURE = 'zorbs quuxes flibs with grobbles or blargs';
const DAY_MS = 24 * 3_600_000;

/** A model that answers when the test says so. */
function slowModel() {
	const asked: { line: string; signal: AbortSignal; answer: (name: string | null) => void }[] = [];
	const model: LineModel = {
		isOn: true,
		readLine: (line, signal) =>
			new Promise((resolve, reject) => {
				signal.addEventListener('abort', () => reject(signal.reason as Error));
				const answer = (name: string | null) => resolve(name === null ? null : [proposed(name)]);
				asked.push({ line, signal, answer });
			})
	};
	return { model, asked };
}

const proposed = (name: string) => ({
	action: 'add' as const,
	name,
	quantity: null,
	quantityMax: null,
	unit: null,
	note: '',
	spans: []
});

interface Scene {
	readonly server: RunningServer;
	readonly ann: Visitor;
	readonly listId: string;
}

async function start(lineModel?: LineModel, dataDir = temporaryFolder()): Promise<Scene> {
	const server = await startServer({
		handler: routes,
		env: { DATA_DIR: dataDir },
		overrides: { importsAfterMs: 0, ...(lineModel && { lineModel }) }
	});
	const ann = await Visitor.signedUp(server);
	return { server, ann, listId: await ann.makeList() };
}

const send = (who: Visitor, body: object): Promise<Answered<ImportProgress>> =>
	who.ask('POST', ROUTE, body);
const look = (who: Visitor, id: string, query = ''): Promise<Answered<ImportAnswer>> =>
	who.ask('GET', `${ROUTE}/${id}${query}`);
const isDone = (who: Visitor, id: string) =>
	vi.waitFor(async () => {
		const { body } = await look(who, id);
		expect(body.done).toBe(body.total);
		return body;
	});

describe('a text of many lines', () => {
	test('is taken with 202, read in the background, and adds nothing to the list by itself', async () => {
		const { ann, listId } = await start();
		const text = '2 lb rice\r\n\r\nmilk, eggs\n';
		const { status, body } = await send(ann, { listId, text });
		expect(status).toBe(202);
		expect(body).toEqual({
			id: expect.stringMatching(/^[\w-]{22}$/),
			total: 2,
			done: 0,
			waiting: 0
		});
		const read = await isDone(ann, body.id);
		expect(read).toMatchObject({ listId, total: 2, done: 2, waiting: 0, next: null });
		expect(read.lines.map(({ line, items }) => [line, items.map(({ name }) => name)])).toEqual([
			[1, ['rice']],
			[3, ['milk', 'eggs']]
		]);
		expect((await ann.sync()).rows.items).toEqual([]);
	});

	test('without a model is done when the rules have read it, however unsure they are', async () => {
		const { ann, listId } = await start();
		await send(ann, { id: 'mine', listId, text: UNSURE });
		expect((await isDone(ann, 'mine')).lines).toMatchObject([{ also: null, isWaiting: false }]);
	});

	test('has its unsure lines read by the model, one after another, and what it reads is beside the rules’', async () => {
		const { model, asked } = slowModel();
		const { ann, listId } = await start(model);
		const socket = await ann.connect();
		const progress: ImportProgress[] = [];
		socket.on('import:progress', (told) => progress.push(told));
		await send(ann, { id: 'mine', listId, text: `milk\n${UNSURE}\n${UNSURE} too` });
		await vi.waitFor(() => expect(asked).toHaveLength(1));
		const { body } = await look(ann, 'mine');
		expect(body).toMatchObject({ total: 3, done: 1, waiting: 2 });
		expect(body.lines.map(({ isWaiting }) => isWaiting)).toEqual([false, true, true]);
		asked[0]?.answer('zorbs');
		await vi.waitFor(() => expect(asked).toHaveLength(2));
		expect((await look(ann, 'mine')).body.lines[1]?.also).toMatchObject([{ name: 'zorbs' }]);
		asked[1]?.answer(null);
		await vi.waitFor(() =>
			expect(progress.at(-1)).toEqual({ id: 'mine', total: 3, done: 3, waiting: 0 })
		);
		expect((await look(ann, 'mine')).body.lines[2]?.also).toBeNull();
	});

	test('a model that fails leaves the line as the rules read it', async () => {
		const model = { isOn: true, readLine: () => Promise.reject(new Error('broken')) };
		const { ann, listId } = await start(model);
		await send(ann, { id: 'mine', listId, text: UNSURE });
		expect((await isDone(ann, 'mine')).lines).toMatchObject([{ also: null, isWaiting: false }]);
	});

	test('sent again with its id begins nothing new, also when the answer was lost', async () => {
		const { model, asked } = slowModel();
		const { server, ann, listId } = await start(model);
		const sends = [1, 2, 3].map(() => send(ann, { id: 'mine', listId, text: UNSURE }));
		for (const { status, body } of await Promise.all(sends))
			expect([status, body.id, body.total]).toEqual([202, 'mine', 1]);
		await vi.waitFor(() => expect(asked).toHaveLength(1));
		const count = server.app.database.sqlite.prepare('SELECT count(*) FROM imports').pluck();
		expect(count.get()).toBe(1);
		asked[0]?.answer(null);
		await isDone(ann, 'mine');
		expect(asked).toHaveLength(1);
	});

	test('goes on after a restart with the line it stopped at', async () => {
		const dataDir = temporaryFolder();
		const [before, after] = [slowModel(), slowModel()];
		const { server, ann, listId } = await start(before.model, dataDir);
		await send(ann, { id: 'mine', listId, text: `${UNSURE}\n${UNSURE} two\n${UNSURE} three` });
		await vi.waitFor(() => expect(before.asked).toHaveLength(1));
		before.asked[0]?.answer('one');
		await vi.waitFor(() => expect(before.asked).toHaveLength(2));
		await server.close();
		expect(before.asked[1]?.signal.aborted).toBe(true);

		const again = await startServer({
			handler: routes,
			env: { DATA_DIR: dataDir },
			overrides: { importsAfterMs: 0, lineModel: after.model }
		});
		ann.at(again);
		await vi.waitFor(() => expect(after.asked).toHaveLength(1));
		expect(after.asked[0]?.line).toBe(`${UNSURE} two`);
		after.asked[0]?.answer('two');
		await vi.waitFor(() => expect(after.asked).toHaveLength(2));
		after.asked[1]?.answer('three');
		const { lines } = await isDone(ann, 'mine');
		expect(lines.map(({ also }) => also?.[0]?.name)).toEqual(['one', 'two', 'three']);
	});

	test('is gone when it is cancelled, and what was asked for it is let go', async () => {
		const { model, asked } = slowModel();
		const { server, ann, listId } = await start(model);
		await send(ann, { id: 'mine', listId, text: `${UNSURE}\n${UNSURE} two` });
		await vi.waitFor(() => expect(asked).toHaveLength(1));
		expect((await ann.ask('DELETE', `${ROUTE}/mine`)).status).toBe(204);
		expect(asked[0]?.signal.aborted).toBe(true);
		expect((await look(ann, 'mine')).status).toBe(404);
		expect((await ann.ask('DELETE', `${ROUTE}/mine`)).status).toBe(404);
		const left = server.app.database.sqlite.prepare('SELECT count(*) FROM import_lines').pluck();
		expect(left.get()).toBe(0);
		// The next one is not held up.
		await send(ann, { id: 'next', listId, text: UNSURE });
		await vi.waitFor(() => expect(asked).toHaveLength(2));
	});

	test('is told in parts of 500 lines', async () => {
		const { ann, listId } = await start();
		const text = Array.from({ length: 501 }, (_, at) => `thing${at}`).join('\n');
		await send(ann, { id: 'mine', listId, text });
		const first = await isDone(ann, 'mine');
		expect([first.lines.length, first.next]).toEqual([500, 500]);
		const { body: rest } = await look(ann, 'mine', '?after=500');
		expect([rest.lines.map(({ line }) => line), rest.next]).toEqual([[501], null]);
		expect((await look(ann, 'mine', '?after=some')).status).toBe(400);
	});

	test('is forgotten a day after it is done', async () => {
		let time = Date.now();
		const server = await startServer({ handler: routes, overrides: { now: () => time } });
		const ann = await Visitor.signedUp(server);
		const listId = await ann.makeList();
		await send(ann, { id: 'old', listId, text: 'milk' });
		await isDone(ann, 'old');
		time += DAY_MS + 1;
		await send(ann, { id: 'new', listId, text: 'milk' });
		expect((await look(ann, 'old')).status).toBe(404);
		expect((await look(ann, 'new')).status).toBe(200);
	});
});

describe('who may', () => {
	test('only whoever can change the list, and another list is answered like none', async () => {
		const { server, ann, listId } = await start();
		const [ben, eve] = [await Visitor.signedUp(server), await Visitor.signedUp(server)];
		await ben.join(ann, listId, 'viewer');
		const refused = await send(ben, { listId, text: 'milk' });
		expect([refused.status, refused.body]).toEqual([
			403,
			{ error: { code: 'forbidden', message: expect.stringMatching(/\.$/) } }
		]);
		const [foreign, none] = [
			await send(eve, { listId, text: 'milk' }),
			await send(eve, { listId: 'none', text: 'milk' })
		];
		expect(foreign.status).toBe(404);
		expect(foreign.body).toEqual(none.body);
	});

	test('nobody else reads or ends it, and its id is free for everybody else', async () => {
		const { server, ann, listId } = await start();
		const eve = await Visitor.signedUp(server);
		await send(ann, { id: 'mine', listId, text: 'ring' });
		for (const method of ['GET', 'DELETE']) {
			const [foreign, none] = [
				await eve.ask(method, `${ROUTE}/mine`),
				await eve.ask(method, `${ROUTE}/none`)
			];
			expect(foreign.status).toBe(404);
			expect(foreign.body).toEqual(none.body);
		}
		const theirs = await eve.makeList();
		expect((await send(eve, { id: 'mine', listId: theirs, text: 'a\nb' })).body.total).toBe(2);
		expect((await look(ann, 'mine')).body.total).toBe(1);
	});

	test('others of the household hear nothing of it', async () => {
		const { server, ann, listId } = await start();
		const ben = await Visitor.signedUp(server);
		await ben.join(ann, listId);
		const [bens, anns] = [await ben.connect(), await ann.connect()];
		const heard = vi.fn();
		bens.on('import:progress', heard);
		const told = new Promise((resolve) => anns.once('import:progress', resolve));
		await send(ann, { id: 'mine', listId, text: 'milk' });
		await told;
		expect(heard).not.toHaveBeenCalled();
	});
});

describe('bounds', () => {
	test('of one person five are read at a time, and a sixth is taken when one is over', async () => {
		const { ann, listId } = await start(slowModel().model);
		for (const id of ['a', 'b', 'c', 'd', 'e'])
			expect((await send(ann, { id, listId, text: UNSURE })).status).toBe(202);
		const sixth = await send(ann, { id: 'f', listId, text: UNSURE });
		expect([sixth.status, sixth.body]).toMatchObject([409, { error: { code: 'limit' } }]);
		await ann.ask('DELETE', `${ROUTE}/a`);
		expect((await send(ann, { id: 'f', listId, text: UNSURE })).status).toBe(202);
	});

	test.each([
		['no text', {}],
		['an empty text', { text: ' \n\n' }],
		['a text that is none', { text: ['milk'] }],
		['too long a text', { text: 'x'.repeat(200_001) }],
		['too many lines', { text: 'x\n'.repeat(10_001) }],
		['an id that is none', { text: 'milk', id: '../x' }],
		['no list', { text: 'milk', listId: 7 }]
	])('%s is refused with a sentence', async (_what, body) => {
		const { ann, listId } = await start();
		const refused = await send(ann, { listId, ...body });
		expect(refused.status).toBe(400);
		expect(refused.body).toEqual({
			error: { code: 'invalid', message: expect.stringMatching(/\.$/) }
		});
	});

	test.each([
		['controls and zero-width signs', 'mi\u0000lk\u200b\u0007'],
		['right-to-left', 'חלב'],
		['a script', '<script>alert(1)</script>'],
		['one line of 100 kB', 'a, '.repeat(33_333)],
		['what regular expressions hate', `${'('.repeat(10_000)}a${')'.repeat(10_000)}`]
	])('%s is read like anything else', async (_what, text) => {
		const { ann, listId } = await start();
		await send(ann, { id: 'mine', listId, text });
		expect(await isDone(ann, 'mine')).toMatchObject({ total: 1, done: 1 });
	});
});
