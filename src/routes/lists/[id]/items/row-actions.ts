import { tick } from 'svelte';
import type { ItemRow } from '#lib/client/item-row.svelte.ts';
import type { ListScreen } from '../list-screen.svelte.ts';

/**
 * What a pointer and the keys do to rows, heard once for the whole list: a tap on the words or the price opens the sheet,
 * as `e` does; `x` ticks; the arrows go from row to row. The tick itself and the menu are real controls.
 */
export function rowActions(screen: ListScreen): (list: HTMLElement) => () => void {
	return (list) => {
		const listening = new AbortController();
		const { signal } = listening;
		list.addEventListener('click', (event) => onClick(event, screen), { signal });
		list.addEventListener('keydown', (event) => onKey(event, screen, list), { signal });
		const { finger } = screen.rows;
		list.addEventListener('pointerdown', () => finger.press(), { signal });
		for (const end of ['pointerup', 'pointercancel'])
			addEventListener(end, () => finger.lift(), { signal });
		return () => listening.abort();
	};
}

/** Keeps the focus in its place on the screen when the row that holds it moves away or goes. */
export async function keepFocus(list: HTMLElement): Promise<void> {
	const focused = document.activeElement;
	const row = focused?.closest<HTMLElement>('[data-row]');
	if (!row || !list.contains(row)) return;
	const at = rowsIn(list).indexOf(row);
	await tick();
	if (document.activeElement === focused) return;
	const rows = rowsIn(list);
	tickOf(rows[Math.min(at, rows.length - 1)])?.focus({ preventScroll: true });
}

export function focusRow(id: string): void {
	const row = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
	tickOf(row)?.focus({ preventScroll: true });
}

const rowsIn = (list: HTMLElement): HTMLElement[] => [
	...list.querySelectorAll<HTMLElement>('[data-row]')
];

const tickOf = (row: HTMLElement | null | undefined): HTMLInputElement | null =>
	row?.querySelector<HTMLInputElement>('input[type=checkbox]') ?? null;

function onClick({ target }: MouseEvent, screen: ListScreen): void {
	if (!(target instanceof Element)) return;
	const row = rowOf(target, screen);
	if (!row) return;
	screen.rows.saw(row);
	const opener = target.closest<HTMLElement>('[data-opens]');
	// Words that are being selected are not being tapped.
	if (!opener || getSelection()?.isCollapsed === false) return;
	// A price that is missing is what the tap is about.
	screen.edit(row, opener.dataset['opens'] === 'price' && row.line.cents === null);
}

function onKey(event: KeyboardEvent, screen: ListScreen, list: HTMLElement): void {
	const { key, target } = event;
	if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof Element)) return;
	const row = rowOf(target, screen);
	if (!row) return;
	if (key === 'x') screen.check(row, !row.item.checked);
	else if (key === 'e') screen.edit(row);
	else if (key === 'ArrowDown' || key === 'ArrowUp') {
		const rows = rowsIn(list);
		const at = rows.findIndex((element) => element.contains(target));
		tickOf(rows[at + (key === 'ArrowDown' ? 1 : -1)])?.focus();
	} else return;
	event.preventDefault();
}

function rowOf(target: Element, { rows }: ListScreen): ItemRow | undefined {
	const id = target.closest<HTMLElement>('[data-row]')?.dataset['row'];
	return id === undefined ? undefined : rows.row(id);
}
