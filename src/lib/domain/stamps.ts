import type { AnyRow, Stamp } from './row.ts';
import type { ServerRules } from './server-rules.ts';

// Who wins when two people write the same field: the rule of `docs/sync.md`.

/** Who acts, when, and knowing what. */
export interface MutationContext {
	/** Revision that every row touched gets. */
	readonly rev: number;
	/** When the author acted, on the server's clock: age on the author's own clock, so that skew cancels. */
	readonly at: number;
	readonly clientId: string;
	/** The author's cursor when it acted: what it had seen. -1 when that was in another epoch. */
	readonly base: number;
	/** What the server alone decides, because it needs everybody's rows; null on a device. */
	readonly server: ServerRules | null;
}

/** The stamp of a write made now. */
export const stampOf = (context: MutationContext): Stamp => [
	context.rev,
	context.at,
	context.clientId
];

/** The stamp of a field; one that was never written since has the creation's. */
export const stampFor = (row: AnyRow, field: string): Stamp => row.stamps[field] ?? row.stamps.$;

/** Whether the author knew of that write when it acted. */
export const hasSeen = (stamp: Stamp, context: MutationContext): boolean =>
	stamp[2] === context.clientId || context.base >= stamp[0];

/** Whether the field was last written by the device that acts now. */
export const isMine = (row: AnyRow, field: string, { clientId }: MutationContext): boolean =>
	stampFor(row, field)[2] === clientId;

/** Whether nobody else has ever written anything of the row. */
export const isAllMine = ({ stamps }: AnyRow, { clientId }: MutationContext): boolean =>
	Object.entries(stamps).every(([name, stamp]) => name.startsWith(LOST) || stamp[2] === clientId);

/** An edit wins when its author had seen the value it replaces; if truly concurrent, the later act wins. */
export function wins(row: AnyRow, field: string, context: MutationContext): boolean {
	const stamp = stampFor(row, field);
	return hasSeen(stamp, context) || context.at >= stamp[1];
}

/** The row with new values in one field, stamped. */
export function written<R extends AnyRow>(
	row: R,
	values: Partial<R>,
	field: string,
	context: MutationContext
): R {
	// Never backwards: a clock that was set back must not make this write look older than what it replaced.
	const at = Math.max(context.at, row.stamps[field]?.[1] ?? 0);
	const stamps = { ...row.stamps, [field]: [context.rev, at, context.clientId] as const };
	return { ...row, ...values, rev: context.rev, stamps };
}

/** Before a field's name: the stamp of the last write of it that lost to one its author had not seen. */
export const LOST = 'lost.';

/** Who lost a field to whom, if anybody did since it was created. */
export const lostStamp = (row: AnyRow, field: string): Stamp | undefined =>
	row.stamps[LOST + field];

/**
 * The row after somebody wrote new values in one field: with them, or as it was when another write wins. Where two
 * people wrote without seeing each other, the loser's stamp is kept, so that every device can tell what was merged.
 * Which of the two came first makes no difference.
 */
export function contested<R extends AnyRow>(
	row: R,
	values: Partial<R>,
	field: string,
	context: MutationContext
): R {
	const replaced = row.stamps[field];
	const isConflict =
		replaced !== undefined && !hasSeen(replaced, context) && !holds(row, values, field);
	if (!wins(row, field, context))
		return isConflict ? withLoss(row, field, stampOf(context), context) : row;
	const next = written(row, values, field, context);
	return isConflict ? withLoss(next, field, replaced, context) : next;
}

export function withLoss<R extends AnyRow>(
	row: R,
	field: string,
	loser: Stamp,
	context: MutationContext
): R {
	return { ...row, rev: context.rev, stamps: { ...row.stamps, [LOST + field]: loser } };
}

/** Whether the row says the same already: two people of one mind are no conflict. */
function holds<R extends AnyRow>(row: R, values: Partial<R>, field: string): boolean {
	// Deleted is deleted, whenever that was.
	if (field === 'deletedAt') return isLive(row) === isLive(values);
	return Object.entries(values).every(
		([name, value]) => JSON.stringify(row[name as keyof R]) === JSON.stringify(value)
	);
}

const isLive = (row: object): boolean => 'deletedAt' in row && row.deletedAt === null;
