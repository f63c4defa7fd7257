import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Unpacks a client that was kept as a fixture.
 * @param protocol the version that it speaks
 * @returns `folder`, with its files in it
 */
export function unpackClient(protocol: number, folder: string): string {
	const path = `../fixtures/client-protocol-${protocol}/client.tar.gz`;
	mkdirSync(folder, { recursive: true });
	const archive = fileURLToPath(new URL(path, import.meta.url));
	execFileSync('tar', ['--extract', '--gzip', '--file', archive, '--directory', folder]);
	return folder;
}
