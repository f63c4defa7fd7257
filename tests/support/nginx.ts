import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findQuietPort } from './quiet-port.ts';

/** The name that the shipped configuration and the certificate are for. */
export const HOST = 'groceries.lan';
const START_LIMIT_MS = 10_000;

/** Whether there is an nginx to test with; where not, tests are skipped for this reason. */
export const hasNginx = spawnSync('nginx', ['-v']).status === 0;
export const NO_NGINX = 'nginx is not on this machine';

export interface Nginx {
	/** With TLS, and without. */
	readonly port: number;
	readonly plainPort: number;
	/** The authority that signed for it, as PEM. */
	readonly ca: string;
	/** What `nginx -t` says. */
	readonly verdict: string;
	stop(): Promise<void>;
}

interface NginxOptions {
	/** Empty; everything it writes lies in it. */
	readonly folder: string;
	/** Where the app listens. */
	readonly appPort: number;
}

/**
 * A real nginx with `deploy/nginx.conf`, but for ports and folders, and with a certificate by `deploy/home-ca.sh`. Whoever
 * starts it stops it.
 */
export async function startNginx({ folder, appPort }: NginxOptions): Promise<Nginx> {
	const [port, plainPort] = [await findQuietPort(), await findQuietPort()];
	const tls = join(folder, 'tls');
	const made = spawnSync('sh', ['deploy/home-ca.sh', '--dir', tls, HOST, '127.0.0.1'], {
		encoding: 'utf8'
	});
	if (made.status !== 0) throw new Error(`no certificate: ${made.stderr}`);
	for (const name of ['cache', 'temporary']) mkdirSync(join(folder, name));
	const site = readFileSync('deploy/nginx.conf', 'utf8')
		.replace(/^\s*listen \[::\]:.*\n/gm, '')
		.replace('listen 80;', `listen 127.0.0.1:${plainPort};`)
		.replace('listen 443 ', `listen 127.0.0.1:${port} `)
		.replace('127.0.0.1:3000', `127.0.0.1:${appPort}`)
		.replaceAll('/etc/walmart-agent/tls', tls)
		.replaceAll('/var/cache/nginx', join(folder, 'cache'));
	const file = join(folder, 'nginx.conf');
	writeFileSync(file, around(folder, site));

	const { stderr: verdict } = spawnSync('nginx', ['-t', '-c', file], { encoding: 'utf8' });
	const child = spawn('nginx', ['-c', file], { stdio: ['ignore', 'ignore', 'inherit'] });
	const gone = once(child, 'exit');
	await isListening(port);
	return {
		port,
		plainPort,
		ca: readFileSync(join(tls, 'ca.pem'), 'utf8'),
		verdict,
		async stop() {
			child.kill('SIGTERM');
			await gone;
		}
	};
}

/** What Debian's own nginx.conf has around a site, in a folder of the test's own. */
function around(folder: string, site: string): string {
	const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
		(kind) => `${kind}_temp_path ${join(folder, 'temporary', kind)};`
	);
	// Its workers would otherwise be somebody else, who may not look into this folder.
	const user = process.getuid?.() === 0 ? 'user root;' : '';
	return `${user} daemon off; worker_processes 1; pid ${join(folder, 'nginx.pid')};
error_log ${join(folder, 'error.log')};
events {}
http {
	include /etc/nginx/mime.types;
	access_log off;
	${paths.join('\n\t')}
${site}
}
`;
}

async function isListening(port: number): Promise<void> {
	const until = performance.now() + START_LIMIT_MS;
	for (;;) {
		const probe = connect(port, '127.0.0.1');
		try {
			await once(probe, 'connect');
			return;
		} catch (cause) {
			if (performance.now() > until) throw cause;
			await sleep(50);
		} finally {
			probe.destroy();
		}
	}
}

export interface Answered {
	readonly status: number;
	/** Each header as often as it came. */
	readonly headers: Readonly<Record<string, readonly string[]>>;
	readonly text: string;
}

interface Asked {
	readonly method?: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string;
	/** The visitor's own address, one of the loopback's. */
	readonly from?: string;
}

/** Asks nginx as a browser does that knows the authority. */
export function askNginx(
	{ port, ca }: Nginx,
	path: string,
	{ method = 'GET', headers = {}, body = '', from = '127.0.0.1' }: Asked = {}
): Promise<Answered> {
	return new Promise((resolve, reject) => {
		const asked = request(
			{
				host: '127.0.0.1',
				port,
				localAddress: from,
				servername: HOST,
				ca,
				method,
				path,
				headers: { host: HOST, ...headers, 'content-length': String(body.length) },
				agent: false
			},
			(response) => {
				const chunks: Buffer[] = [];
				response.on('data', (chunk: Buffer) => chunks.push(chunk));
				response.on('error', reject);
				response.on('end', () =>
					resolve({
						status: response.statusCode ?? 0,
						headers: response.headersDistinct as Answered['headers'],
						text: Buffer.concat(chunks).toString()
					})
				);
			}
		);
		asked.on('error', reject);
		asked.end(body);
	});
}
