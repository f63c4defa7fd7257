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
