import type { Sqlite } from '../db/sqlite.ts';

/**
 * The one way to write: whatever was asked for in the same turn of the event loop shares one durable
 * transaction, each task in a savepoint of its own. One commit for many is what makes `synchronous=FULL` cheap.
 */
export interface Writer {
	/**
	 * Runs it in the next transaction.
	 * @returns what it returned, once that is on the disk
	 * @throws what it threw (its own writes are undone, the others' stand), or why nothing could be committed
	 */
	write<T>(task: () => T): Promise<T>;
	/** Commits what is waiting. */
	flush(): void;
}

interface Waiting {
	readonly run: () => void;
	readonly settle: () => void;
	readonly fail: (cause: Error) => void;
}

/** More would hold the event loop too long in one transaction; the rest goes into the next. */
const MAX_TASKS_A_TURN = 500;

export function createWriter(sqlite: Sqlite): Writer {
	let waiting: Waiting[] = [];
	let scheduled: NodeJS.Immediate | null = null;

	const commit = sqlite.transaction((tasks: readonly Waiting[]) => {
		for (const task of tasks) task.run();
	});

	function flush(): void {
		scheduled = null;
		while (waiting.length > 0) {
			const tasks = waiting.slice(0, MAX_TASKS_A_TURN);
			waiting = waiting.slice(MAX_TASKS_A_TURN);
			try {
				commit.immediate(tasks);
			} catch (cause) {
				for (const task of tasks) task.fail(cause as Error);
				continue;
			}
			for (const task of tasks) task.settle();
		}
	}

	return {
		write<T>(task: () => T): Promise<T> {
			return new Promise<T>((resolve, fail: (cause: Error) => void) => {
				let settle: () => void;
				const savepoint = sqlite.transaction(task);
				waiting.push({
					run() {
						try {
							const value = savepoint();
							settle = () => resolve(value);
						} catch (error) {
							// A full disk ends the whole transaction, not only the savepoint: nothing may follow outside one.
							if (!sqlite.inTransaction) throw error;
							settle = () => fail(error as Error);
						}
					},
					settle: () => settle(),
					fail
				});
				scheduled ??= setImmediate(flush);
			});
		},
		flush
	};
}
