import { createWriteStream, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DataRefused } from '#lib/server/db/refused.ts';
import { importCatalogFile } from '../../scripts/catalog-file.ts';
import { runScript } from '../support/command.ts';
import { routes } from '../support/routes.ts';
import { startServer } from '../support/start-app.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { Visitor } from '../support/visitor.ts';

const PLAIN = 'id,name,size,price\n';

/** A running server, and the command beside it. */
async function start(env: Readonly<Record<string, string>> = {}) {
	const server = await startServer({ handler: routes, env });
	const { dataDir, backupDir } = server.app.config;
	const folder = temporaryFolder();
	function write(text: string): string {
		const file = join(folder, 'products.csv');
		writeFileSync(file, text);
		return file;
	}
	const importText = (text: string, isDryRun = false) =>
		importCatalogFile(write(text), { dataDir, isDryRun, tell: () => undefined });
	const visitor = new Visitor(server);
	const get = async (path: string) => (await visitor.ask('GET', `/api/walmart/${path}`)).body;
	const count = () =>
		server.app.database.sqlite.prepare('SELECT count(*) FROM walmart_products').pluck().get();
	return { ...server, dataDir, backupDir, folder, write, importText, get, count };
}

/** Why an import was refused, in words that an operator can act on. */
const refusal = (importing: Promise<string>): Promise<string> =>
	importing.then(
		(done) => done,
		(cause: unknown) => {
			if (cause instanceof DataRefused) return cause.message;
			throw cause;
		}
	);

test('what was imported is found and priced beside the running server at once', async () => {
	const { dataDir, backupDir, write, get } = await start();
	const file = write(
		`${PLAIN}tea_1,"Moonlight Oolong Tea, Loose",3 oz,4.99\ntea_2,"Tea, ""Night"" Blend",20 ct,\n`
	);
	const { status, stdout } = runScript('catalog-import', { dataDir, backupDir }, file);
	expect([status, stdout]).toEqual([
		0,
		'Imported 2 products: 2 new, 0 changed, 0 the same as before.\n'
	]);
	expect(await get('products?q=moonlite oolong&limit=1')).toMatchObject({
		products: [
			{
				productId: 'tea_1',
				size: '3 oz',
				packMilli: 3_000,
				packUnit: 'oz',
				priceCents: 499,
				price: { source: 'import', unitPrice: { per: 'oz' } }
			}
		]
	});
	expect(await get('products/tea_2')).toMatchObject({ name: 'Tea, "Night" Blend', price: null });
	expect(await get('prices?ids=tea_1,tea_2')).toMatchObject({ unknown: ['tea_2'] });
});

test('the same file again changes nothing, and a changed one only what is different', async () => {
	const { importText, app } = await start();
	const rows = ['a_1,Pear Cider,12 fl oz,2.10', 'a_2,Plum Cider,12 fl oz,2.20'];
	await importText(PLAIN + rows.join('\n'));
	expect(await importText(PLAIN + rows.join('\n'))).toContain('0 new, 0 changed, 2 the same');
	const changed = PLAIN + [rows[0], 'a_2,Plum Cider,12 fl oz,2.50'].join('\n');
	expect(await importText(changed, true)).toBe(
		'Would import 2 products: 0 new, 1 changed, 1 the same as before.'
	);
	expect(app.products.listPrice('a_2')?.priceCents).toBe(220);
	expect(await importText(changed)).toContain('0 new, 1 changed, 1 the same');
	const history = app.database.sqlite
		.prepare(
			'SELECT price_cents, source FROM price_history WHERE product_id = ? ORDER BY observed_at'
		)
		.raw()
		.all('a_2');
	expect(history).toEqual([
		[220, 'import'],
		[250, 'import']
	]);
});

test.each(['memory,sqlite', 'memory', 'sqlite', 'none'])(
	'with PRICE_TIERS=%s an imported price is as old as its file says',
	async (tiers) => {
		const { importText, app } = await start({ PRICE_TIERS: tiers });
		await importText('id,name,price_cents,price_as_of\nb_1,Quince Paste,310,2021\n');
		for (let look = 0; look < 2; look += 1) {
			const prices = await app.prices.lookup(['b_1'], { askSource: true });
			expect(prices.get('b_1')).toMatchObject({
				priceCents: 310,
				source: 'import',
				checkedAt: Date.UTC(2021, 0, 1),
				stale: true
			});
			await app.prices.settle();
		}
	}
);

test('an older file brings no old price back, and one without prices takes none away', async () => {
	const { importText, app } = await start();
	const header = 'id,name,price_cents,price_as_of\n';
	await importText(`${header}d_1,Date Syrup,500,2024-05\n`);
	expect(await importText(`${header}d_1,Date Syrup,400,2021\n`)).toContain('1 the same');
	expect(await importText(`${header}d_1,Date Syrup,,\n`)).toContain('1 the same');
	expect(app.products.listPrice('d_1')).toEqual({ priceCents: 500, asOf: Date.UTC(2024, 4, 1) });
});

test('a product of the built-in catalog stays as it is', async () => {
	const { importText, app } = await start();
	const told = await importText(`${PLAIN}gen_bananas,Plastic bananas,1 ct,99\n`);
	expect(told).toContain('1 of the built-in catalog, which stay as they are');
	expect(app.products.byId('gen_bananas')).toMatchObject({ name: 'Bananas', sampleCents: 56 });
	expect(app.products.listPrice('gen_bananas')).toBeNull();
});

test('a file from a spreadsheet is read: with a mark at its start, and Windows’ ends of lines', async () => {
	const { importText, app } = await start();
	await importText('\ufeffID,Name,Size,Price\r\nc_1,"Figs, Dried",8 oz,$3\r\n\r\n');
	expect(app.products.byId('c_1')).toMatchObject({ name: 'Figs, Dried', packMilli: 8_000 });
	expect(app.products.listPrice('c_1')?.priceCents).toBe(300);
});

describe('a file with a mistake', () => {
	test.each([
		['a price below 0', 'x_2,Bad,1 oz,-3', 'line 3: the price "-3"'],
		['a price that is no number', 'x_2,Bad,1 oz,NaN', 'line 3: the price "NaN"'],
		['a price of a billion', 'x_2,Bad,1 oz,1e9', 'line 3: the price "1e9"'],
		['a price with three decimals', 'x_2,Bad,1 oz,1.234', 'line 3: the price "1.234"'],
		['a price of nothing', 'x_2,Bad,1 oz,0', 'line 3: the price "0"'],
		['an id twice', 'x_1,Bad,1 oz,1', 'line 3: the id "x_1" is in line 2 already'],
		['an id that is a path', '../x,Bad,1 oz,1', 'line 3: the id "../x"'],
		['no name', 'x_2,,1 oz,1', 'line 3: the name cannot be used'],
		['a field too many', 'x_2,Bad,1 oz,1,2', 'line 3: it has 5 fields'],
		['a quote that never ends', 'x_2,"Bad,1 oz,1\n'.repeat(3), 'the quotes do not match']
	])('such as %s is not imported at all, and is told by line', async (_kind, row, told) => {
		const { importText, count } = await start();
		const before = count();
		const refused = await refusal(importText(`${PLAIN}x_1,Good,1 oz,1.00\n${row}\n`));
		expect(refused).toContain(told);
		expect(refused).toContain('Nothing was imported.');
		expect(count()).toBe(before);
	});

	test.each([
		['', 'is empty'],
		['name,price\nTea,1\n', 'there is no column "id"'],
		['id,name,cost\na,Tea,1\n', 'nothing is known of the column "cost"']
	])('in its columns (%j) is told what they should be', async (text, told) => {
		const { importText } = await start();
		expect(await refusal(importText(text))).toContain(told);
	});

	test('says so of twenty lines and counts the others', async () => {
		const { importText } = await start();
		const refused = await refusal(importText(PLAIN + 'x_1,Bad,1 oz,-1\n'.repeat(1_000)));
		expect(refused.split('\n')).toHaveLength(22);
		expect(refused).toContain('1000 lines of');
	});
});

test(
	'a file larger than the memory it may take is read to its end',
	{ timeout: 120_000 },
	async () => {
		const { dataDir, backupDir, folder, count } = await start();
		const file = join(folder, 'large.csv');
		const written = createWriteStream(file);
		written.write(PLAIN);
		const name = 'Long Name '.repeat(18);
		// 60 MB, all but the last line one product again: what is only read must not stay in memory.
		for (let i = 0; i < 300_000; i += 1)
			if (!written.write(`l_${i % 2},${name},1 oz,1.00\n`)) await once(written, 'drain');
		written.end();
		await once(written, 'finish');
		const before = count();
		const place = { dataDir, backupDir, nodeOptions: ['--max-old-space-size=32'] };
		const { status, stderr } = runScript('catalog-import', place, file);
		expect(status).toBe(1);
		expect(stderr).toContain('299998 lines of');
		expect(count()).toBe(before);
	}
);

test('says what is missing: the file, the data, or which file', async () => {
	const { dataDir, backupDir } = await start();
	const place = { dataDir, backupDir };
	expect(runScript('catalog-import', place, '/nowhere.csv').stderr).toBe(
		'There is no file /nowhere.csv.\n'
	);
	expect(runScript('catalog-import', place).status).toBe(2);
	const empty = { dataDir: temporaryFolder(), backupDir };
	expect(runScript('catalog-import', empty, import.meta.filename).stderr).toMatch(
		/^There is no data in .* yet: start the server first\.\n$/
	);
});
