import { newId } from './identity.ts';
import { ImportDrafts } from './import-drafts.ts';

/**
 * Keeps a text that came from elsewhere until the list's page for it shows it, below what waits there already.
 * @returns false where this device has no room for it
 */
export async function keepForImport(listId: string, text: string): Promise<boolean> {
	const drafts = new ImportDrafts(localStorage);
	const waiting = (await drafts.find(listId))?.draft.text ?? '';
	const whole = waiting === '' || waiting === text ? text : `${waiting}\n${text}`;
	return drafts.keep({ listId, id: newId(), text: whole, fileName: '', isRead: true });
}
