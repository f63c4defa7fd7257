import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openBadLine, type BadLine } from './bad-line.ts';

/** A line to a server that gives back whatever it gets, with what came back so far. */
async function openEcho(): Promise<{ line: BadLine; near: Socket; heard: () => string }> {
	const server = createServer((socket) => socket.pipe(socket).on('error', () => undefined));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const line = await openBadLine(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
	const near = connect(Number(new URL(line.url).port), '127.0.0.1');
	onTestFinished(() => {
		near.destroy();
		line.close();
		server.close();
	});
	let heard = '';
	near.on('data', (piece: Buffer) => (heard += String(piece)));
	near.write('1');
	await vi.waitFor(() => expect(heard).toBe('1'));
	return { line, near, heard: () => heard };
}

/** Long enough for an echo on this machine; should it be too short, the test passes all the same. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 50));

test('what is sent while a line is held arrives when that is over, in order', async () => {
	const { line, near, heard } = await openEcho();
	line.change({ isHeld: true });
	near.write('2');
	near.write('3');
	await aMoment();
	expect(heard()).toBe('1');
	line.change({});
	await vi.waitFor(() => expect(heard()).toBe('123'));
});

test('a connection that a silence has taken something from stays dead, so that no stream has a hole', async () => {
	const { line, near, heard } = await openEcho();
	line.change({ isSilent: true });
	near.write('2');
	await aMoment();
	line.change({});
	near.write('3');
	await aMoment();
	expect(heard()).toBe('1');
	expect(near.destroyed).toBe(false);
});
