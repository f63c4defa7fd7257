import type { ImportLine } from '#lib/domain/import-line.ts';
import { planImport, type ItemFate } from '#lib/domain/import-plan.ts';
import { readImportText } from '#lib/domain/import-text.ts';
import { MAX_LIVE_ITEMS } from '#lib/domain/list.ts';
import type { App } from './app.svelte.ts';
import { newId } from './identity.ts';
import { ImportDrafts, type ImportDraft, type LineWay } from './import-drafts.ts';
import { cancelJob, followJob, type JobNews } from './import-job.ts';
import { readFile } from './import-file.ts';
import type { ImportedItem, LineReading } from './import-reading.ts';
import { readInSlices } from './import-slices.ts';
import { LineWays, type ChosenWay } from './import-ways.ts';
import type { OpenList } from './items.svelte.ts';

/** A line as the preview shows it. */
export interface PreviewLine extends ChosenWay {
	readonly line: ImportLine;
	readonly isTaken: boolean;
	readonly isWaiting: boolean;
	/** In the order of its items; empty when it is not taken. */
	readonly fates: readonly ItemFate[];
}

const SAVE_AFTER_MS = 400;
/** One act holds no more, so that it fits into what is sent at once. */
const MAX_ACT = 200;
/** How soon a server that did not answer is asked about unsure lines again. */
const ASK_AGAIN_MS = 15_000;

const NO_NEWS: JobNews = { waiting: new Set(), also: new Map() };

/** What was just added, to be taken back. */
interface Added {
	readonly text: string;
	readonly fileName: string;
	readonly label: string;
	readonly actCount: number;
}

/** A text of many lines on its way onto a list: what was pasted, how it reads, what is left out. */
export class ImportScreen {
	text = $state('');
	#fileName = '';
	#id = newId();
	/** Why the text is not taken; '' when it is, or nobody has tried. */
	problem = $state('');
	/** null while the text is being written. */
	lines = $state.raw<readonly ImportLine[] | null>(null);
	/** As far as reading has come, in the order of `lines`. */
	#readings = $state.raw<readonly LineReading[]>([]);
	#ticks = $state.raw<ReadonlyMap<number, boolean>>(new Map());
	#ways = $state.raw<ReadonlyMap<number, LineWay>>(new Map());
	#news = $state.raw<JobNews>(NO_NEWS);
	#added: Added | null = null;
	/** How many were added, once they were. */
	addedCount = $state<number | null>(null);
	/** The text could not be kept on the disk. */
	isUnkept = $state(false);
	#lineWays = new LineWays(() => null);
	/** Ends reading and asking for the text before. */
	#leaving = new AbortController();
	#saving: ReturnType<typeof setTimeout> | undefined;
	#askedAt = -Infinity;
	readonly #app: App;
	readonly #list: OpenList;
	readonly #drafts: ImportDrafts;

	/** Takes up what was left here, or what was shared. */
	static async open(app: App, list: OpenList): Promise<ImportScreen> {
		const drafts = new ImportDrafts(localStorage);
		const screen = new ImportScreen(app, list, drafts);
		const kept = await drafts.find(list.id);
		if (!kept) return screen;
		const { draft, choices } = kept;
		screen.text = draft.text;
		screen.#fileName = draft.fileName;
		screen.#id = draft.id;
		if (choices) {
			screen.#ticks = choices.ticks;
			screen.#ways = choices.ways;
		}
		if (draft.isRead) screen.#begin();
		return screen;
	}

	private constructor(app: App, list: OpenList, drafts: ImportDrafts) {
		this.#app = app;
		this.#list = list;
		this.#drafts = drafts;
	}

	get readCount(): number {
		return this.#readings.length;
	}

	get isReading(): boolean {
		return this.readCount < (this.lines?.length ?? 0);
	}

	/** Lines that wait for a model. */
	get waitingCount(): number {
		return this.#news.waiting.size;
	}

	readonly #chosen = $derived.by(() => {
		const news = this.#news;
		const ways = this.#lineWays;
		return this.#readings.map((byRules, at) => {
			const line = this.lines?.[at] as ImportLine;
			const { number } = line;
			const way = ways.choose(line, byRules, news.also.get(number), this.#ways.get(number));
			const isTaken = way.reading.items.length > 0 && (this.#ticks.get(number) ?? !line.isDone);
			return { line, ...way, isTaken, isWaiting: news.waiting.has(number) };
		});
	});

	readonly #plan = $derived.by(() => {
		const lines = this.#chosen
			.filter(({ isTaken }) => isTaken)
			.map(({ line, reading }) => ({ number: line.number, items: reading.items }));
		const { id: listId, items: existing } = this.#list;
		return planImport(lines, { importId: this.#id, listId, existing });
	});

	readonly preview: readonly PreviewLine[] = $derived(
		this.#chosen.map((chosen) => ({
			...chosen,
			fates: this.#plan.fates.get(chosen.line.number) ?? []
		}))
	);

	/** Items that the button would add. */
	readonly itemCount = $derived(this.#plan.itemCount);

	/** Lines of which nothing could be made. */
	readonly unreadCount = $derived(
		this.#chosen.filter(({ reading }) => reading.problem !== '').length
	);

	/** Rows beyond what a list holds. */
	readonly overflow = $derived.by(() => {
		const { newCount } = this.#plan;
		if (newCount === 0) return 0;
		return Math.max(0, newCount + [...this.#list.items].length - MAX_LIVE_ITEMS);
	});

	/** Called as the text is typed: it is kept a moment later. */
	onInput(): void {
		this.problem = '';
		this.addedCount = null;
		// What somebody types is read by what it looks like.
		this.#fileName = '';
		clearTimeout(this.#saving);
		this.#saving = setTimeout(() => void this.#keep(false), SAVE_AFTER_MS);
	}

	/** Takes what stands there, or another text, and reads it. A text that is refused stays to be changed. */
	async read(text = this.text, fileName = this.#fileName): Promise<void> {
		clearTimeout(this.#saving);
		this.text = text;
		this.#fileName = fileName;
		this.#id = newId();
		this.#ticks = new Map();
		this.#ways = new Map();
		this.addedCount = null;
		this.#begin();
		await this.#keep(this.lines !== null);
	}

	/** Reads a file. One that cannot be taken leaves the text as it is. */
	async openFile(file: File): Promise<void> {
		const read = await readFile(file);
		if ('text' in read) return this.read(read.text, file.name);
		this.problem = read.why;
	}

	/** Back to the text, to change it. */
	async change(): Promise<void> {
		this.#cancelJob();
		this.#stop();
		await this.#keep(false);
	}

	async throwAway(): Promise<void> {
		clearTimeout(this.#saving);
		this.#cancelJob();
		this.#stop();
		this.#id = newId();
		this.text = '';
		this.#fileName = '';
		this.problem = '';
		await this.#drafts.drop(this.#list.id);
	}

	tick(number: number, isTaken: boolean): void {
		this.#ticks = new Map(this.#ticks).set(number, isTaken);
		this.#keepChoices();
	}

	/** Reads a line the other way; that is a wish to have it, too. */
	use(number: number, way: LineWay): void {
		this.#ways = new Map(this.#ways).set(number, way);
		this.#ticks = new Map(this.#ticks).set(number, true);
		this.#keepChoices();
	}

	/** Puts everything that is ticked on the list. It is done once, however often and wherever it is asked for. */
	async add(): Promise<void> {
		const { mutations, itemCount: count } = this.#plan;
		const [id, text, fileName] = [this.#id, this.text, this.#fileName];
		if (count > 0 && !this.#drafts.isAdded(id)) {
			for (const { reading, isTaken } of this.#chosen) if (isTaken) this.#remember(reading.items);
			const label = count === 1 ? 'Added 1 item' : `Added ${count} items`;
			for (let from = 0; from < mutations.length; from += MAX_ACT)
				this.#list.act(mutations.slice(from, from + MAX_ACT), label);
			this.#added = { text, fileName, label, actCount: Math.ceil(mutations.length / MAX_ACT) };
			this.#drafts.noteAdded(id);
			this.#app.announcer.say(`${label}.`);
			this.addedCount = count;
		} else this.addedCount = 0;
		await this.throwAway();
	}

	get canUndo(): boolean {
		const { latest } = this.#app.undo;
		return latest?.listId === this.#list.id && latest.label === this.#added?.label;
	}

	/** Takes back what was just added; the text is there again. */
	async undo(): Promise<void> {
		const added = this.#added;
		if (added === null || !this.canUndo) return;
		for (let act = 0; act < added.actCount; act++) this.#app.undo.undo(this.#list.id);
		this.#added = null;
		this.#app.announcer.say(`Undone: ${added.label}.`);
		await this.read(added.text, added.fileName);
	}

	/** Lets a model look at unsure lines, where the server has one. Nothing waits for that, and nothing is said when it fails. */
	async askModel(): Promise<void> {
		const now = performance.now();
		if (this.isReading || this.lines === null || now - this.#askedAt < ASK_AGAIN_MS) return;
		const lines = this.lines.filter((_line, at) => this.#readings[at]?.isUnsure);
		if (lines.length === 0) return;
		this.#askedAt = now;
		const { signal } = this.#leaving;
		const online = await this.#app.connection.reach().catch(() => null);
		if (online === null || signal.aborted) return;
		const isHad = await followJob({
			importId: this.#id,
			listId: this.#list.id,
			lines,
			onNews: (news) => {
				if (!signal.aborted) this.#news = news;
			},
			listen: (listener) => online.onImport(listener),
			signal
		});
		if (isHad && !signal.aborted) this.#askedAt = Infinity;
	}

	/** Ends whatever goes on for the text; it is taken up again when the page is opened again. */
	close(): void {
		this.#leaving.abort();
	}

	#begin(): void {
		this.#stop();
		const read = readImportText(this.text, this.#fileName);
		this.problem = read.kind === 'refused' ? read.why : '';
		if (read.kind === 'refused') return;
		this.lines = read.lines;
		void this.#readAll(read.lines, this.#leaving.signal);
	}

	#cancelJob(): void {
		if (this.#news !== NO_NEWS) cancelJob(this.#id);
	}

	#stop(): void {
		this.#leaving.abort();
		this.#leaving = new AbortController();
		this.#askedAt = -Infinity;
		this.lines = null;
		this.#readings = [];
		this.#news = NO_NEWS;
	}

	async #readAll(lines: readonly ImportLine[], signal: AbortSignal): Promise<void> {
		const finder = await this.#list.finder().catch(() => null); // then nothing has a product yet
		if (signal.aborted) return;
		const productFor = (name: string) => finder?.productFor(name) ?? null;
		this.#lineWays = new LineWays(productFor);
		await readInSlices(lines, productFor, (readings) => (this.#readings = readings), signal);
	}

	async #keep(isRead: boolean): Promise<void> {
		if (this.text === '') return this.#drafts.drop(this.#list.id);
		const draft: ImportDraft = {
			listId: this.#list.id,
			id: this.#id,
			text: this.text,
			fileName: this.#fileName,
			isRead
		};
		this.isUnkept = !(await this.#drafts.keep(draft));
	}

	#keepChoices(): void {
		const [listId, id, ticks, ways] = [this.#list.id, this.#id, this.#ticks, this.#ways];
		void this.#drafts.keepChoices({ listId, id, ticks, ways });
	}

	#remember(items: readonly ImportedItem[]): void {
		for (const { product } of items) if (product) this.#app.prices.remember(product);
	}
}
