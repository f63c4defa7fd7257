import type { Violation } from '../support/books.ts';
import { RestartingServer } from '../support/restarting-server.ts';
import { findViolations } from '../support/verdict.ts';
import { Arrivals } from './arrivals.ts';
import { openHouseholds } from './household.ts';
import { Scene, type Counts, type SceneOptions } from './scene.ts';

export interface SoakOptions extends SceneOptions {
	/** Empty. */
	readonly dataDir: string;
	/** At least two. */
	readonly clients: number;
}

export interface SoakReport extends Counts {
	readonly violations: readonly Violation[];
	readonly arrivals: Arrivals;
	/** How long an edit waited until the server had it, in the worst case. */
	readonly longestStuckMs: number;
	/** How long it took everybody to come to rest. */
	readonly settledInMs: number;
}

/** Lets households shop on bad lines with a server that keeps being restarted, and audits everything at the end. */
export async function soak(options: SoakOptions): Promise<SoakReport> {
	const server = await RestartingServer.start(options.dataDir);
	const arrivals = new Arrivals();
	let scene: Scene | null = null;
	try {
		const households = await openHouseholds(server.url, options.clients, {
			onAcknowledged: (done) => arrivals.acknowledged(done),
			onHeard: (device) => arrivals.heard(device)
		});
		scene = new Scene(options, server, households, arrivals);
		await scene.play();
		const settledInMs = await scene.settle();
		const { counts, devices, epoch, longestStuckMs } = scene;
		scene.close();
		await server.stop();
		const violations = findViolations(server.file, devices, epoch);
		return { ...counts, violations, arrivals, longestStuckMs, settledInMs };
	} finally {
		scene?.close();
		await server.stop('SIGKILL');
	}
}
