import { expect, test } from 'vitest';
import { CATALOG_HEADER, parseCatalogCsv } from './catalog-csv.ts';

const ROW = 'gen_eggs,Eggs,large eggs|egg yolks,Dairy & Eggs,Eggs,each,12,ct,piece,50,243,0';
const parse = (...rows: string[]) => parseCatalogCsv([CATALOG_HEADER, ...rows, ''].join('\n'));

test('a row becomes a product, with no brand and its amounts in thousandths', () => {
	expect(parse(ROW)).toEqual([
		{
			id: 'gen_eggs',
			name: 'Eggs',
			brand: null,
			aliases: ['large eggs', 'egg yolks'],
			department: 'Dairy & Eggs',
			aisle: 'Eggs',
			soldBy: 'each',
			packMilli: 12_000,
			packUnit: null,
			countedAs: 'piece',
			pieceGrams: 50,
			sampleCents: 243,
			taxable: false
		}
	]);
});

test('a quoted field keeps its commas and quotes, an empty one is nothing', () => {
	const row = 'gen_x,"Say ""x""",,Pantry,"Dressings, Mayo & Oils",each,3.25,fl oz,,,,1';
	expect(parse(row)).toMatchObject([
		{
			name: 'Say "x"',
			aliases: [],
			aisle: 'Dressings, Mayo & Oils',
			packMilli: 3_250,
			packUnit: 'fl oz',
			countedAs: null,
			pieceGrams: null,
			sampleCents: null,
			taxable: true
		}
	]);
});

test('lines may end as on Windows, and the last need not end', () => {
	expect(parseCatalogCsv(`${CATALOG_HEADER}\r\n${ROW}\r\n${ROW}`)).toHaveLength(2);
});

test.each([
	['one field too few', ROW.replace(',0', '')],
	['one field too many', `${ROW},1`],
	['no id', ROW.replace('gen_eggs', '')],
	['an unknown unit', ROW.replace(',ct,', ',crate of,')],
	['a fraction of a cent', ROW.replace(',243,', ',243.5,')],
	['an empty pack', ROW.replace(',12,ct', ',0,ct')],
	['a way of selling nobody knows', ROW.replace(',each,', ',loose,')],
	['a quote that never ends', ROW.replace('Eggs,', '"Eggs,')],
	['a tax flag that is no flag', ROW.replace(/0$/, 'no')],
	['an empty line in the middle', '']
])('%s is refused with the number of the line', (_, row) => {
	expect(() => parse(ROW, row, ROW)).toThrow(/^catalog line 3: /);
});

test('another header is refused: its columns would mean something else', () => {
	expect(() => parseCatalogCsv(`id,name\n${ROW}`)).toThrow('catalog line 1');
});
