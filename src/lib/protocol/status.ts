import * as v from 'valibot';

const time = v.pipe(v.number(), v.safeInteger());
const amount = v.pipe(time, v.minValue(0));

/**
 * Answer to `GET /api/status`: what a server says of itself. Times are wall-clock ms of the server, and null is what it
 * could not find out or what has not happened. No secret, no folder and nobody else's list is in it.
 */
export const statusSchema = v.object({
	version: v.string(),
	/** Of everything that crosses the wire. */
	protocol: amount,
	now: time,
	startedAt: time,
	/** Whether a write would be kept. */
	ready: v.boolean(),
	/** What is missed but can be done without, as `/readyz` names it. */
	degraded: v.array(v.picklist(['redis', 'disk', 'backup'])),
	prices: v.object({
		/** `embedded` are the sample prices of the built-in catalog; with `walmart` they stay for what it has no id of. */
		provider: v.picklist(['embedded', 'walmart']),
		/** Where prices are looked for before their source, in order. */
		tiers: v.array(v.picklist(['memory', 'redis', 'sqlite'])),
		redis: v.picklist(['unused', 'up', 'down']),
		/** Sample prices that move, to show live updates. */
		isDrifting: v.boolean(),
		/** How it stands with Walmart; null when it is not the provider. */
		walmart: v.nullable(
			v.object({
				callsToday: amount,
				callsPerDay: amount,
				/** Why it is not asked just now: see `PauseReason`; null when it is. */
				pause: v.nullable(
					v.object({
						why: v.picklist(['forbidden', 'unauthorized', 'clock', 'too_many', 'failing', 'spent']),
						/** Null: not before the server is started again. */
						until: v.nullable(time)
					})
				)
			})
		),
		/** Of the products on this person's lists. */
		onLists: v.nullable(
			v.object({
				productCount: amount,
				/** For how many of those a tier knows a price. */
				knownCount: amount,
				/** When the one that was checked last, and the one that was not for longest, were checked. */
				newestCheckedAt: v.nullable(time),
				oldestCheckedAt: v.nullable(time)
			})
		)
	}),
	language: v.object({
		/** Who reads what is typed: the rules alone, or a model too where they are unsure. */
		engine: v.picklist(['rules', 'model']),
		/** Off, the limit of two requests to a model at a time does not hold. */
		isQueueOn: v.boolean(),
		/** null where none is ever asked. */
		model: v.nullable(
			v.object({
				name: v.string(),
				/** `away`: Ollama is left alone for a while; `off`: the model does not do what it is told. */
				state: v.picklist(['not-loaded', 'loading', 'ready', 'away', 'off']),
				/** Why it is away or off, in a sentence. */
				why: v.nullable(v.string()),
				/** How many requests may run at a time, run, and wait. */
				concurrency: amount,
				runningCount: amount,
				waitingCount: amount
			})
		)
	}),
	/** null when the folder could not be read. */
	backups: v.nullable(
		v.object({
			isAutomatic: v.boolean(),
			/** How many there are that were read back and found whole. */
			keptCount: amount,
			/** Files named as backups of which nobody has noted that they are whole. */
			unverifiedCount: amount,
			/** The newest that is whole. */
			last: v.nullable(v.object({ takenAt: time, verifiedAt: time, bytes: amount })),
			/** When the latest try failed; null when it did not. */
			failedAt: v.nullable(time),
			/** The last trial restore. */
			lastDrill: v.nullable(v.object({ at: time, tookMs: amount, isWhole: v.boolean() }))
		})
	),
	sync: v.object({
		realtime: v.picklist(['socket', 'polling']),
		/** Devices that are connected by a socket, whoever they belong to. */
		connectedCount: amount,
		/** When a device of this person last sent something; without changes that is noted once a day. */
		lastHeardAt: v.nullable(time)
	}),
	storage: v.object({
		freeBytes: v.nullable(amount),
		databaseBytes: v.nullable(amount),
		/** When every page of the database was checked. */
		checkedAt: time
	})
});
export type StatusAnswer = v.InferOutput<typeof statusSchema>;
