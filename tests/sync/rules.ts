import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

/** A rule of sync, and how the product would read without it. */
interface Rule {
	/** Below the root of the project. */
	readonly file: string;
	/** Stands in the file exactly once. */
	readonly rule: string;
	readonly off: string;
}

/**
 * Every rule that the model has to notice the absence of. Switched off in the source as it is loaded, so that the
 * product itself knows nothing of it; a rule that is no longer written like this stops the run.
 */
export const RULES: Readonly<Record<string, Rule>> = {
	'compare-and-swap': {
		file: 'src/lib/client/apply-answer.ts',
		rule: 'if (!isFor) return false;',
		off: 'if (request.clientId !== meta.clientId) return false;'
	},
	'count-with-effects': {
		file: 'src/lib/server/sync/handle-sync.ts',
		rule: 'store.clients.put(request.clientId, { userId, lmid, seenAt: tools.now });',
		off: 'if (lmid % 3 > 0) store.clients.put(request.clientId, { userId, lmid, seenAt: tools.now });'
	},
	'once-by-count': {
		file: 'src/lib/server/sync/apply-sent.ts',
		rule: 'if (sent.mid <= last) continue;',
		off: ''
	},
	'prefix-resend': {
		file: 'src/lib/client/exchange.ts',
		rule: 'outbox.slice(0, MAX_MUTATIONS)',
		off: 'outbox.slice(outbox.length % 2, MAX_MUTATIONS)'
	},
	epoch: {
		file: 'src/lib/server/sync/handle-sync.ts',
		rule: 'const sameEpoch = request.epoch === timeline.epoch;',
		off: 'const sameEpoch = true;'
	},
	proof: {
		file: 'src/lib/server/sync/handle-sync.ts',
		rule: 'request.proof !==',
		off: 'null ==='
	},
	salvage: {
		file: 'src/lib/client/apply-answer.ts',
		rule: 'if (isOtherTimeline)\n\t\tawait transaction.putOffered',
		off: 'if (false)\n\t\tawait transaction.putOffered'
	},
	'salvage-tombstone': {
		file: 'src/lib/domain/salvage.ts',
		rule: "const current = rows.get('items', offered.id);",
		off: "const found = rows.get('items', offered.id); const current = found?.deletedAt === null ? found : undefined;"
	},
	'membership-revision': {
		file: 'src/lib/server/sync/handle-sync.ts',
		rule: 'const hasChanged = membership.rev > since;',
		off: 'const hasChanged = false;'
	},
	'collection-floor': {
		file: 'src/lib/server/sync/handle-sync.ts',
		rule: 'request.cursor < Math.max(timeline.gcFloor, client.floor)',
		off: 'request.cursor < client.floor'
	},
	'no-act-in-the-future': {
		file: 'src/lib/server/sync/apply-sent.ts',
		rule: 'Math.max(0, Math.round(now - Math.max(ageMs, 0)))',
		off: 'Math.round(now - ageMs)'
	},
	'cursor-with-rows': {
		file: 'src/lib/client/apply-answer.ts',
		rule: 'return store.transaction((transaction) => applyWithin(transaction, request, answer));',
		off: `return store
			.transaction(async (torn) => {
				const meta = await torn.meta();
				const isFirst = answer.base === meta.cursor && request.epoch === meta.epoch && !answer.reset;
				if (isFirst) await torn.putMeta({ ...meta, cursor: answer.cursor });
				return isFirst;
			})
			.then((isFirst) =>
				store.transaction((torn) =>
					applyWithin(torn, request, isFirst ? { ...answer, base: answer.cursor } : answer)
				)
			);`
	},
	'outbox-with-rows': {
		file: 'src/lib/client/apply-answer.ts',
		rule: 'return store.transaction((transaction) => applyWithin(transaction, request, answer));',
		off: `return store
			.transaction(async (torn) => {
				const meta = await torn.meta();
				const isFor = answer.base === meta.cursor && request.epoch === meta.epoch;
				if (isFor) await torn.deleteOutboxUpTo(answer.lmid);
			})
			.then(() => store.transaction((torn) => applyWithin(torn, request, answer)));`
	},
	'restore-is-noticed': {
		file: 'src/lib/server/sync/timeline-marker.ts',
		rule: 'if (!marker || marker.epoch !== epoch || marker.seq > seq) return true;',
		off: 'if (!marker) return true;'
	},
	'power-loss-is-noticed': {
		file: 'src/lib/server/sync/timeline-marker.ts',
		rule: "return marker.state === 'running' && (bootId === null || marker.bootId !== bootId);",
		off: 'return false;'
	}
};

/**
 * Switches a rule off in every module that is loaded from now on.
 * @throws Error when there is no such rule, or its file is no longer written so
 */
export function switchOff(name: string): void {
	const found = RULES[name];
	if (!found)
		throw new Error(`There is no rule "${name}". There are: ${Object.keys(RULES).join(', ')}.`);
	const { file, rule, off } = found;
	registerHooks({
		load(url, context, next) {
			const loaded = next(url, context);
			if (!url.endsWith(`/${file}`)) return loaded;
			const source = readFileSync(fileURLToPath(url), 'utf8');
			if (source.split(rule).length !== 2)
				throw new Error(`${file} no longer holds the rule "${name}" as ${JSON.stringify(rule)}.`);
			return { ...loaded, source: source.replace(rule, () => off) };
		}
	});
}
