import { describe, expect, test } from 'vitest';
import type { ImportLine } from './import-line.ts';
import { MAX_IMPORT_LENGTH, MAX_IMPORT_LINES, readImportText } from './import-text.ts';

function linesOf(text: string, fileName = ''): readonly ImportLine[] {
	const read = readImportText(text, fileName);
	if (read.kind === 'refused') throw new Error(read.why);
	return read.lines;
}
const textsOf = (text: string, fileName = '') => linesOf(text, fileName).map((line) => line.text);
const fieldsOf = (text: string, fileName = '') =>
	linesOf(text, fileName).map(({ fields }) => fields);
function whyNot(text: string, fileName = ''): string {
	const read = readImportText(text, fileName);
	return read.kind === 'refused' ? read.why : '';
}

describe('a text of lines', () => {
	test('has an entry for each line with a word in it, numbered as it stands there', () => {
		expect(linesOf('milk\r\n\r\n---\r\neggs, bread\rfigs\u2028dates')).toMatchObject([
			{ number: 1, text: 'milk' },
			{ number: 4, text: 'eggs, bread' },
			{ number: 5, text: 'figs' },
			{ number: 6, text: 'dates' }
		]);
	});

	test('keeps what is ticked off apart, in Markdown and in signs', () => {
		const text = '- [ ] milk\n- [x] eggs\n* [X] figs\n[] rice\n☐ nuts\n☑ bread\n- salt';
		expect(linesOf(text).map((line) => [line.text, line.isDone])).toEqual([
			['milk', false],
			['eggs', true],
			['figs', true],
			['rice', false],
			['nuts', false],
			['bread', true],
			['- salt', false]
		]);
	});

	test('tells headings from items', () => {
		const lines = linesOf('# Groceries\nProduce:\nkale\n## Dairy\neggs: 6\n- [ ] Note to self:');
		const headings = lines.filter(({ isHeading }) => isHeading).map(({ text }) => text);
		expect(headings).toEqual(['# Groceries', 'Produce:', '## Dairy']);
	});

	test('forgets a byte order mark, and keeps every other sign as typed', () => {
		expect(textsOf('\ufeffmilk')).toEqual(['milk']);
		expect(textsOf('<script>alert(1)</script>\nשוקולד\nmi\u0000lk\n🥚')).toEqual([
			'<script>alert(1)</script>',
			'שוקולד',
			'mi\u0000lk',
			'🥚'
		]);
	});

	test('a comma between two items makes no table of it', () => {
		expect(textsOf('milk, eggs\nname, number please')).toEqual([
			'milk, eggs',
			'name, number please'
		]);
	});
});

describe('a table', () => {
	test('says in its first line what its columns hold, in any order', () => {
		const text = 'Qty;Item;Units;Aisle;Notes;Done\n2;Milk;gallons;3;the blue one;no\n;Eggs;;;;x';
		expect(fieldsOf(text)).toEqual([
			{ name: 'Milk', quantity: { milli: 2_000, unit: 'gal' }, note: 'the blue one' },
			{ name: 'Eggs', quantity: null, note: '' }
		]);
		expect(linesOf(text).map(({ isDone }) => isDone)).toEqual([false, true]);
	});

	test('may have quotes, and line breaks and separators inside them', () => {
		const text = 'name,quantity\r\n"Salt, ""sea""",1\r\n"two\r\nlines",3\r\nlast,4\r\n';
		expect(linesOf(text).map(({ number, fields }) => [number, fields?.name])).toEqual([
			[2, 'Salt, "sea"'],
			[3, 'two\r\nlines'],
			[5, 'last']
		]);
	});

	test('without names of columns is read by what stands in them', () => {
		expect(fieldsOf('2,lb,Ground beef,lean\n1,,Milk,', 'list.csv')).toEqual([
			{ name: 'Ground beef', quantity: { milli: 2_000, unit: 'lb' }, note: 'lean' },
			{ name: 'Milk', quantity: { milli: 1_000, unit: null }, note: '' }
		]);
		expect(fieldsOf('milk\neggs\n', 'list.csv').map((fields) => fields?.name)).toEqual([
			'milk',
			'eggs'
		]);
	});

	test('comes out of a spreadsheet with tabs', () => {
		expect(fieldsOf('Milk\t2\nEggs\t12')).toEqual([
			{ name: 'Milk', quantity: { milli: 2_000, unit: null }, note: '' },
			{ name: 'Eggs', quantity: { milli: 12_000, unit: null }, note: '' }
		]);
	});

	test('an amount in words counts, and one that nobody knows becomes a note', () => {
		const text = 'name,amount,note\nEggs,half a dozen,\nFlour,1 1/2 lb,\nKale,enough,fresh';
		expect(fieldsOf(text)).toEqual([
			{ name: 'Eggs', quantity: { milli: 500, unit: 'dozen' }, note: '' },
			{ name: 'Flour', quantity: { milli: 1_500, unit: 'lb' }, note: '' },
			{ name: 'Kale', quantity: null, note: 'enough, fresh' }
		]);
	});

	test('a quote that nobody closes does not swallow the rows after it without a trace', () => {
		expect(fieldsOf('name,qty\n"milk,2\neggs,3').map((fields) => fields?.name)).toEqual([
			'"milk',
			'eggs'
		]);
	});
});

describe('JSON', () => {
	test('is a list of texts or objects', () => {
		const list = ['2 lb rice', { name: 'Milk', quantity: 2, unit: 'gal', note: 'blue' }];
		expect(linesOf(JSON.stringify(list))).toMatchObject([
			{ number: 1, text: '2 lb rice', fields: null },
			{
				number: 2,
				fields: { name: 'Milk', quantity: { milli: 2_000, unit: 'gal' }, note: 'blue' }
			}
		]);
	});

	test('is what this app keeps: lists of rows, without what was deleted, and with what was ticked apart', () => {
		const row = { quantity: { milli: 500, unit: 'lb' }, note: '', checked: false, deletedAt: null };
		const items = [
			{ ...row, name: 'Rice' },
			{ ...row, name: 'Eggs', checked: true },
			{ ...row, name: 'Gone', deletedAt: 7 }
		];
		expect(linesOf(JSON.stringify({ lists: [{ name: 'Home', items }] }), 'x.json')).toMatchObject([
			{ text: 'Home', isHeading: true },
			{ fields: { name: 'Rice', quantity: { milli: 500, unit: 'lb' } }, isDone: false },
			{ fields: { name: 'Eggs' }, isDone: true }
		]);
	});

	test('shows an entry that is no item, so that nothing is lost in silence', () => {
		expect(linesOf('[7, {"price": 3}, "milk"]')).toMatchObject([
			{ text: '7', fields: { name: '' } },
			{ text: '{"price":3}', fields: { name: '' } },
			{ text: 'milk' }
		]);
	});

	test('that is cut off is a text in a paste, and refused as a file', () => {
		expect(textsOf('["milk",\n"eggs"')).toEqual(['["milk",', '"eggs"']);
		expect(whyNot('["milk"', 'x.json')).toBe(
			'"x.json" is not whole: what stands in it is no JSON.'
		);
		expect(whyNot('['.repeat(100_000), 'deep.json')).toContain('is no JSON.');
	});
});

describe('what is not taken', () => {
	test.each([
		['nothing', '', 'There is no item in this text.'],
		['blanks and ornaments', ' \n---\n\t\n***', 'There is no item in this text.'],
		['headings alone', 'Produce:\n# Dairy', 'There is no item in this text.'],
		['an empty list', '[]', 'There is no item in this text.'],
		['JSON without a list', '{"name":"milk"}', 'This JSON holds no list of items'],
		['too much', 'x'.repeat(MAX_IMPORT_LENGTH + 1), 'This text has 1,000,001 characters'],
		['too many lines', 'x\n'.repeat(MAX_IMPORT_LINES + 1), 'This text has 10,001 lines']
	])('%s is refused with a sentence', (_what, text, sentence) => {
		expect(whyNot(text)).toContain(sentence);
	});

	test('a file that is no text is refused by its name', () => {
		expect(whyNot('PK\u0003\u0000', 'list.xlsx')).toBe(
			'"list.xlsx" is not a text. Save it as text, CSV or JSON, and open that.'
		);
	});

	test('as many lines as are taken are all there', () => {
		expect(linesOf('x\n'.repeat(MAX_IMPORT_LINES))).toHaveLength(MAX_IMPORT_LINES);
	});

	test.each([' ', '[', '"', '- [', 'a,', 'a\t', '\u0000', '#', '\n,'])(
		'%j many times over comes to an end',
		(piece) => {
			const text = piece.repeat(MAX_IMPORT_LENGTH / piece.length);
			expect(['lines', 'refused']).toContain(readImportText(text, 'list.csv').kind);
			expect(['lines', 'refused']).toContain(readImportText(text).kind);
		}
	);
});
