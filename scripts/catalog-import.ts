/**
 * `npm run catalog:import -- FILE.csv [--dry-run]`: products, and their prices, from a file. All of it is taken or
 * nothing; the same file once more changes nothing. Works beside a running server.
 */
import { parseArgs } from 'node:util';
import { importCatalogFile } from './catalog-file.ts';
import { command } from './command.ts';

const USAGE =
	'npm run catalog:import -- FILE.csv [--dry-run]: the first line names the columns, such as id,name,size,price';
const PROGRESS_EVERY_MS = 1_000;
let toldAt = 0;

const { file, isDryRun } = readArguments();
await command(async ({ dataDir }) => {
	console.log(await importCatalogFile(file, { dataDir, isDryRun, tell }));
});

/** Now and then, on standard error. */
function tell(words: () => string): void {
	if (performance.now() - toldAt < PROGRESS_EVERY_MS) return;
	toldAt = performance.now();
	console.error(`${words()}…`);
}

function readArguments(): { file: string; isDryRun: boolean } {
	try {
		const { values, positionals } = parseArgs({
			options: { 'dry-run': { type: 'boolean' } },
			allowPositionals: true
		});
		const [only, ...more] = positionals;
		if (only !== undefined && more.length === 0)
			return { file: only, isDryRun: values['dry-run'] ?? false };
	} catch {
		// The sentence below is for any of it.
	}
	console.error(USAGE);
	process.exit(2);
}
