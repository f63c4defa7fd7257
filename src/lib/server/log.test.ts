import { expect, test } from 'vitest';
import { createLog } from './log.ts';

test('a log line never holds a cookie, a token or what somebody typed', () => {
	const lines: string[] = [];
	const log = createLog('info', { write: (line) => void lines.push(line) });
	log.info({ headers: { cookie: 'hunter2', authorization: 'hunter2' }, token: 'hunter2' }, 'one');
	log.info({ request: { body: { text: 'hunter2' } } }, 'two');
	expect(lines).toHaveLength(2);
	expect(lines.join()).not.toContain('hunter2');
	expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(['one', 'two']);
});

test.each<[string, object]>([
	['a cookie that is given', { response: { headers: { 'set-cookie': 'sid=hunter2' } } }],
	['the link of an invite', { link: 'https://groceries.example/join#hunter2' }],
	['the body of an invite', { request: { body: { token: 'hunter2' } } }],
	['an item that was added', { mutation: { name: 'item.add', args: { name: 'hunter2' } } }],
	['everything that was sent', { sent: { muts: [{ args: { patch: { note: 'hunter2' } } }] } }],
	['an item', { item: { note: 'hunter2' } }],
	[
		'an error of Redis, which carries its command',
		{ err: Object.assign(new Error('WRONGPASS'), { command: { args: ['AUTH', 'hunter2'] } }) }
	]
])('a log line does not tell of %s', (_what, carried) => {
	const lines: string[] = [];
	createLog('info', { write: (line) => void lines.push(line) }).info(carried, 'said');
	expect(lines.join()).toContain('said');
	expect(lines.join()).not.toContain('hunter2');
});
