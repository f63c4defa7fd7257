import type { ImportLine } from '#lib/domain/import-line.ts';
import type { LineWay } from './import-drafts.ts';
import {
	readAsWritten,
	readProposal,
	type FindProduct,
	type LineReading,
	type Proposed
} from './import-reading.ts';

interface Way {
	readonly way: LineWay;
	readonly reading: LineReading;
}

/** The reading that a line is added by, and the others that say something else. */
export interface ChosenWay extends Way {
	readonly others: readonly Way[];
}

/** All ways to read the lines of one text. */
export class LineWays {
	readonly #productFor: FindProduct;
	/** Finding a product takes time, and lines are looked at with every tick. */
	readonly #written = new Map<ImportLine, LineReading>();
	readonly #proposed = new Map<Proposed, LineReading | null>();

	constructor(productFor: FindProduct) {
		this.#productFor = productFor;
	}

	/** @param own what was chosen for this line, if anything was */
	choose(
		line: ImportLine,
		byRules: LineReading,
		byModel: Proposed | undefined,
		own: LineWay | undefined
	): ChosenWay {
		const ways: Way[] = [{ way: 'rules', reading: byRules }];
		const proposal = byModel ? this.#readProposal(byModel) : null;
		if (proposal) ways.push({ way: 'model', reading: proposal });
		if (byRules.isUnsure || byRules.problem !== '')
			ways.push({ way: 'written', reading: this.#readWritten(line) });
		const chosen = ways.find(({ way }) => way === own) ?? { way: 'rules', reading: byRules };
		return { ...chosen, others: differing(ways, chosen.reading) };
	}

	#readWritten(line: ImportLine): LineReading {
		const reading = this.#written.get(line) ?? readAsWritten(line, this.#productFor);
		this.#written.set(line, reading);
		return reading;
	}

	#readProposal(proposed: Proposed): LineReading | null {
		const known = this.#proposed.get(proposed);
		if (known !== undefined) return known;
		const reading = readProposal(proposed, this.#productFor);
		this.#proposed.set(proposed, reading);
		return reading;
	}
}

/** Those in which something is to be added, each once. */
function differing(ways: readonly Way[], chosen: LineReading): Way[] {
	const seen = new Set([wordsOf(chosen)]);
	return ways.filter(({ reading }) => {
		if (reading.items.length === 0 || seen.has(wordsOf(reading))) return false;
		seen.add(wordsOf(reading));
		return true;
	});
}

const wordsOf = ({ items }: LineReading): string =>
	JSON.stringify(items.map(({ name, quantity, note }) => [name.toLowerCase(), quantity, note]));
