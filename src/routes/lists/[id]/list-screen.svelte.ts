import { createContext } from 'svelte';
import type { App } from '#lib/client/app.svelte.ts';
import type { ItemRow } from '#lib/client/item-row.svelte.ts';
import type { OpenList } from '#lib/client/items.svelte.ts';
import type { ListRows } from '#lib/client/list-rows.svelte.ts';
import { QuickAdd } from '#lib/client/quick-add.svelte.ts';
import { FoldedGroups } from './folded-groups.svelte.ts';
import { loadDraft } from './later-parts.ts';
import type { ItemDraft } from './sheet/item-draft.svelte.ts';
import type { Voice } from './voice/voice.svelte.ts';

/** The screen of one list, handed to the parts of it. */
export const [useListScreen, provideListScreen] = createContext<ListScreen>();

/** A menu that hangs from a row's button. */
export interface RowMenuAnchor {
	readonly row: ItemRow;
	readonly button: HTMLElement;
}

/** What hangs from a button of the top bar. */
export interface Panel {
	readonly name: 'lists' | 'sync' | 'list';
	readonly button: HTMLElement;
}

/** What is asked about a list. */
export type ListDialog = 'new' | 'rename' | 'delete' | 'share' | 'budget' | 'walmart-cart';

/** What is open on the screen of one list, and what a person does there, said aloud where it cannot be heard. */
export class ListScreen {
	readonly app: App;
	readonly list: OpenList;
	readonly quickAdd: QuickAdd;
	readonly folded: FoldedGroups;
	/** The item whose sheet is open. */
	draft = $state.raw<ItemDraft | null>(null);
	rowMenu = $state.raw<RowMenuAnchor | null>(null);
	panel = $state.raw<Panel | null>(null);
	dialog = $state<ListDialog | null>(null);
	/** Once somebody has wanted to add by voice. */
	voice = $state.raw<Voice | null>(null);
	/** Somebody has begun: the parts that nobody sees before are fetched. */
	isTouched = $state(false);
	/** The newest act when the screen opened: only later ones are offered to be taken back. */
	readonly newestActAtOpening: number;

	constructor(app: App, list: OpenList) {
		this.app = app;
		this.list = list;
		this.quickAdd = new QuickAdd(app, list);
		this.newestActAtOpening = app.undo.latest?.id ?? 0;
		this.folded = new FoldedGroups(localStorage, list.id);
	}

	/** A second press on the button closes what the first one opened. */
	togglePanel(name: Panel['name'], button: HTMLElement): void {
		this.panel = this.panel?.name === name ? null : { name, button };
	}

	/** Closes the panel first, so that what opens now gives the focus back to its button. */
	leavePanel(act: () => void): void {
		this.panel?.button.focus();
		this.panel = null;
		act();
	}

	/** @throws where rows are shown before there are any: a bug of ours */
	get rows(): ListRows {
		if (!this.list.rows) throw new Error('The rows of this list are not loaded yet.');
		return this.list.rows;
	}

	/** Whoever may only look is shown nothing that the server would refuse. */
	get canEdit(): boolean {
		return this.app.people.canEdit(this.list.id);
	}

	/** Asks something about the list; the code that asks it may still have to come. */
	ask(dialog: ListDialog): void {
		this.isTouched = true;
		this.dialog = dialog;
	}

	check(row: ItemRow, checked: boolean): void {
		if (!this.canEdit) return;
		this.list.check(row.id, checked);
		const place = checked ? 'in cart' : 'back on the list';
		this.say(`${row.item.name} ${place}. ${this.rows.leftInWords}`);
	}

	delete(row: ItemRow): void {
		if (this.draft?.row === row) this.draft = null;
		this.list.delete(row.id);
		this.say(`Deleted ${row.item.name}.`);
	}

	/**
	 * Opens the sheet of a row. What was changed in another one is kept: Undo takes it back.
	 * @param asksPrice with the field for a price of one's own open
	 */
	edit(row: ItemRow, asksPrice = false): void {
		if (this.canEdit) void loadDraft().then(({ openDraft }) => openDraft(this, row, asksPrice));
	}

	/** Takes back the latest act on this list. */
	undo(listId = this.list.id): void {
		const label = this.app.undo.undo(listId);
		if (label !== null) this.say(`Undone: ${label}.`);
	}

	say(sentence: string): void {
		this.app.announcer.say(sentence);
	}
}
