/**
 * Loaded before a program (`node --import`), it ends that with SIGKILL right before the `KILL_AT`th step it takes in the
 * folder `KILL_UNDER`, so that each step can be cut off and the product needs no seam for it. What SQLite writes by itself
 * is not counted.
 */
import fs from 'node:fs';
import fsPromises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const CHANGES = ['mkdir', 'open', 'rename', 'rm', 'unlink', 'write', 'writeFile', 'writev'];

const folder = process.env['KILL_UNDER'] ?? '';
let stepsLeft = Number(process.env['KILL_AT']);

/** @param place a path, or the number of an open file, which beyond the first three is one of that folder's */
function count(place: unknown): void {
	const isThere = typeof place === 'number' ? place > 2 : String(place).startsWith(folder);
	if (isThere && --stepsLeft === 0) process.kill(process.pid, 'SIGKILL');
}

type Functions = Record<string, (...args: unknown[]) => unknown>;

for (const functions of [fs, fsPromises] as unknown as Functions[])
	for (const name of CHANGES.flatMap((change) => [change, `${change}Sync`])) {
		const original = functions[name];
		if (!original) continue;
		functions[name] = function (this: unknown, ...args: unknown[]) {
			count(args[0]);
			return original.apply(this, args);
		};
	}
syncBuiltinESMExports();
