import { networkInterfaces } from 'node:os';

const EVERYWHERE = new Set(['0.0.0.0', '::']);

/**
 * The address to open a server by, as people type it. One that listens everywhere is named by this machine's own
 * address in its network, because "everywhere" is no address.
 */
export function addressOf(host: string, port: number): string {
	const name = EVERYWHERE.has(host) ? ownAddress() : host;
	return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

function ownAddress(): string {
	const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
	const outside = addresses.find(({ family, internal }) => family === 'IPv4' && !internal);
	return outside?.address ?? '127.0.0.1';
}
