import type { Done, HeadlessDevice } from '../support/headless-device.ts';

/** A device that an edit is to arrive on. */
export interface Receiver {
	readonly device: HeadlessDevice;
	/** When the edit was made, the server ran and both devices were online. */
	readonly isCalm: boolean;
}

/** How many of a device's last cursors are kept: an acknowledgement names one of that very moment. */
const REMEMBERED = 500;

/**
 * Measures from an edit on one device until another one holds it: until that has everything up to the revision at which
 * the server acknowledged the edit. Where the first acknowledgement was lost, that is a later revision than the edit's
 * own, so what it tells is never too short.
 */
export class Arrivals {
	/** In ms. */
	readonly calm: number[] = [];
	/** In ms; of edits made while one of the two, or the server, could not be reached. */
	readonly cut: number[] = [];
	readonly #receivers = new Map<Done, readonly Receiver[]>();
	readonly #heard = new Map<HeadlessDevice, { readonly cursor: number; readonly at: number }[]>();
	readonly #waiting = new Map<
		HeadlessDevice,
		{ readonly done: Done; readonly isCalm: boolean }[]
	>();

	/** An edit was made, and nobody has it yet. */
	begin(done: Done, receivers: readonly Receiver[]): void {
		this.#receivers.set(done, receivers);
	}

	/** The server has it. */
	acknowledged(done: Done): void {
		const cursor = done.acknowledged?.cursor ?? 0;
		for (const { device, isCalm } of this.#receivers.get(done) ?? []) {
			const heard = this.#heard.get(device)?.find((point) => point.cursor >= cursor);
			if (heard) this.#arrived(done, isCalm, heard.at);
			else listOf(this.#waiting, device).push({ done, isCalm });
		}
		this.#receivers.delete(done);
	}

	/** A device holds everything up to its cursor. */
	heard(device: HeadlessDevice): void {
		const at = performance.now();
		const { cursor } = device.stored.meta;
		const heard = listOf(this.#heard, device);
		heard.push({ cursor, at });
		if (heard.length > REMEMBERED) heard.shift();
		const isHere = ({ done }: { done: Done }) => (done.acknowledged?.cursor ?? 0) <= cursor;
		const waiting = listOf(this.#waiting, device);
		for (const { done, isCalm } of waiting.filter(isHere)) this.#arrived(done, isCalm, at);
		this.#waiting.set(
			device,
			waiting.filter((entry) => !isHere(entry))
		);
	}

	#arrived({ doneAt }: Done, isCalm: boolean, at: number): void {
		this[isCalm ? 'calm' : 'cut'].push(at - doneAt);
	}
}

function listOf<K, T>(lists: Map<K, T[]>, key: K): T[] {
	const list = lists.get(key) ?? [];
	lists.set(key, list);
	return list;
}
