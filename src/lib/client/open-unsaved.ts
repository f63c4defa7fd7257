import { META_KEY } from './db.ts';
import { readStored, type StorageTools, type Stored } from './replica-storage.ts';

/**
 * Opens what is on a disk that takes nothing more: everything can be read, and what earlier tabs had not saved is shown
 * with it. It stays in their notes, to be saved when there is room.
 * @throws the given cause on a first visit, when there is nothing to read
 */
export async function openUnsaved({ db, journal }: StorageTools, cause: unknown): Promise<Stored> {
	const stored = await db.transaction('r', db.tables, async () => {
		if (!(await db.meta.get(META_KEY))) throw cause;
		const tabs = new Map((await db.tabs.toArray()).map(({ tabId, savedSeq }) => [tabId, savedSeq]));
		const unsaved = journal
			.orphans()
			.flatMap(({ tabId, entries }) => entries.filter(({ seq }) => seq > (tabs.get(tabId) ?? 0)));
		const read = await readStored(db);
		return { ...read, unsaved: unsaved.map(({ entry }) => entry) };
	});
	return { ...stored, refusedBy: cause as Error };
}
