/**
 * Keeps the client that lies in `build/` as a fixture, so that the servers to come are tested with it. Run by hand,
 * after a build, on the last commit that speaks a version of the protocol: `node scripts/keep-client.ts`.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';

const folder = `tests/fixtures/client-protocol-${PROTOCOL_VERSION}`;
const file = `${folder}/client.tar.gz`;
/** The same build gives the same bytes, and says nothing about who packed it. */
const REPRODUCIBLE = ['--sort=name', '--mtime=@0', '--owner=0', '--group=0', '--numeric-owner'];
/** What the server makes of the files, for browsers that take less than the whole. */
const COMPRESSED = ['--exclude=*.br', '--exclude=*.gz'];

mkdirSync(folder, { recursive: true });
execFileSync('tar', [
	...['--create', '--gzip', '--file', file, ...REPRODUCIBLE, ...COMPRESSED],
	...['--directory', 'build/client', '.', '--directory', '../prerendered', 'index.html']
]);
console.log(`${file}: ${Math.round(statSync(file).size / 1024)} KB`);
