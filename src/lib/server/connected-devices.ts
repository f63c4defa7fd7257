/** Which devices are connected just now, however many sockets each has. */
export interface ConnectedDevices {
	readonly deviceCount: number;
	/** @returns what says that this connection has ended; to be called once */
	begin(sessionId: string): () => void;
}

export function createConnectedDevices(): ConnectedDevices {
	const countById = new Map<string, number>();
	return {
		get deviceCount() {
			return countById.size;
		},
		begin(sessionId) {
			countById.set(sessionId, (countById.get(sessionId) ?? 0) + 1);
			return () => {
				const left = (countById.get(sessionId) ?? 0) - 1;
				if (left > 0) countById.set(sessionId, left);
				else countById.delete(sessionId);
			};
		}
	};
}
