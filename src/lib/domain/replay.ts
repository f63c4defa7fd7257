import { applyMutation } from './mutators.ts';
import { PENDING_REV, type Rows } from './row.ts';
import type { Mutation } from './undo.ts';

/**
 * Shows one of this device's own edits on its rows: on its screen they are newer than anything it was told. One that
 * makes no sense, because a disk has damaged it, shows nothing: the server refuses it and says so.
 */
export function replay(
	rows: Rows,
	edit: Mutation & { readonly at: number },
	clientId: string
): void {
	try {
		applyMutation(rows, edit.name, edit.args, {
			rev: PENDING_REV,
			at: edit.at,
			clientId,
			base: PENDING_REV,
			server: null
		});
	} catch {
		// Whatever else it is, it must not keep the others from being shown.
	}
}
