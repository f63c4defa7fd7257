import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { migrateToLatest } from '#lib/server/db/migrate.ts';
import type { StoreKind } from './device-store.ts';
import { HOUSEHOLD_STEP, World } from './world.ts';

export interface StoriesOptions {
	readonly kind: StoreKind;
	readonly runs: number;
	/** At most so many things happen in a story, half as many on average. */
	readonly steps: number;
	readonly seed?: number | undefined;
	/** Whether a story that breaks a promise is made as short as can be, which takes its time. */
	readonly shrink?: boolean;
	/** Is called before each run, also those that make a failure shorter. */
	readonly onRun?: () => void;
}

/** A story that broke a promise, as short as it could be made. */
export interface Violation {
	readonly message: string;
	readonly seed: number;
	/** Where fast-check finds it again. */
	readonly path: string;
	readonly trace: readonly string[];
	/** What decided it, to be told again. */
	readonly story: readonly number[];
}

/** Steps of the household came later: with numbers of their own, so that stories told before stay what they are. */
const CHOICE = fc.oneof(
	{ weight: 9, arbitrary: fc.nat() },
	{ weight: 1, arbitrary: fc.integer({ min: HOUSEHOLD_STEP, max: 2 * HOUSEHOLD_STEP }) }
);

/** Tells randomised stories until one breaks a promise. @returns that one, or null */
export async function tellStories(options: StoriesOptions): Promise<Violation | null> {
	const { kind, runs, steps, seed, shrink = true, onRun } = options;
	const template = await createTemplate();
	const choices = fc.array(CHOICE, { maxLength: steps, size: 'max' });
	const property = fc.asyncProperty(choices, async (story) => {
		onRun?.();
		const { problem } = await tell(template, kind, story);
		if (problem) throw problem;
	});
	const outcome = await fc.check(property, {
		numRuns: runs,
		endOnFailure: !shrink,
		...(seed !== undefined && { seed })
	});
	if (!outcome.failed) return null;
	const [story] = outcome.counterexample ?? [[]];
	const { problem, trace } = await tell(template, kind, story);
	const message = problem?.message ?? 'It failed, and not again with the same choices.';
	return { message, seed: outcome.seed, path: outcome.counterexamplePath ?? '', trace, story };
}

/** Tells one story once more. @throws Error when it breaks a promise */
export async function retell(kind: StoreKind, story: readonly number[]): Promise<void> {
	const { problem } = await tell(await createTemplate(), kind, story);
	if (problem) throw problem;
}

async function tell(template: Buffer, kind: StoreKind, story: readonly number[]) {
	const folder = mkdtempSync(join(tmpdir(), 'grocery-model-'));
	const world = await World.create(template, folder, kind);
	try {
		for (const choice of story) await world.step(choice);
		await world.settle();
		return { problem: null, trace: world.trace };
	} catch (problem) {
		return { problem: problem as Error, trace: world.trace };
	} finally {
		await world.close();
		rmSync(folder, { recursive: true });
	}
}

/** An empty, migrated database, as bytes: each story begins with a copy. */
async function createTemplate(): Promise<Buffer> {
	const sqlite = new Database(':memory:');
	await migrateToLatest(sqlite);
	const template = sqlite.serialize();
	sqlite.close();
	return template;
}
