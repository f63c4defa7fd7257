import { parseArgs } from 'node:util';

/**
 * Reads options that are whole numbers off the command line; what was not given is left out. Ends the process with 2
 * and a sentence when one is none.
 * @param least by name, how small each may be
 */
export function readNumberOptions<N extends string>(
	least: Readonly<Record<N, number>>
): Partial<Record<N, number>> {
	const names = Object.keys(least) as N[];
	try {
		const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
		const values = parseArgs({ options }).values as Partial<Record<N, string>>;
		const numbers: Partial<Record<N, number>> = {};
		for (const name of names) {
			const text = values[name];
			if (text !== undefined) numbers[name] = toNumber(name, text, least[name]);
		}
		return numbers;
	} catch (problem) {
		process.stderr.write(`${(problem as Error).message.split('\n')[0]}\n`);
		process.exit(2);
	}
}

function toNumber(name: string, text: string, least: number): number {
	const value = Number(text);
	if (text.trim() !== '' && Number.isSafeInteger(value) && value >= least) return value;
	throw new Error(`--${name} wants a whole number of at least ${least}, and this is "${text}".`);
}
