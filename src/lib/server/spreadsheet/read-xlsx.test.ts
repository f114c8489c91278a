import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readXlsx } from './read-xlsx.ts';
import { xlsxOf } from './write-xlsx.ts';

const limit = 20_000_000;

describe('readXlsx', () => {
	it('gives back what was written: texts, numbers, days, empty cells, each row with its number', async () => {
		const bytes = xlsxOf('Planning', [
			['Intitulé', 'Début', 'Jours'],
			['=1+1 & <b>', '2019-11-04', 3],
			[null, null, null],
			['Fin', '2199-12-31', null]
		]);
		expect(await readXlsx(bytes, 100, limit)).toEqual([
			{ line: 1, cells: ['Intitulé', 'Début', 'Jours'] },
			{ line: 2, cells: ['=1+1 & <b>', '2019-11-04', 3] },
			{ line: 4, cells: ['Fin', '2199-12-31'] }
		]);
	});

	it('stops a little after the rows it was asked for', async () => {
		const rows = await readXlsx(
			xlsxOf(
				'x',
				Array.from({ length: 500 }, (_, i) => [`L${i}`])
			),
			100,
			limit
		);
		expect(rows.length).toBe(121);
	});

	const cells = (n: number) => `<row r="1">${'<c r="A1"/>'.repeat(n)}</row>`;
	it.each<[string, string[]]>([
		['a million rows', ['<row r="1"/>'.repeat(1_000_000)]],
		['rows of another prefix', ['<x:row r="1"/>'.repeat(70_000)]],
		['cells that are written otherwise', [`<row r="1">${'<c\nr="A1"/>'.repeat(700_000)}</row>`]],
		['two sheets that are too many cells together', [cells(400_000), cells(400_000)]],
		[
			'one merged area as large as a sheet',
			['<row r="1"/></sheetData><mergeCell ref="A1:XFD1048576"/><sheetData>']
		],
		['a merged area that cannot be read', ['<mergeCell ref="all"/>']]
	])('refuses a workbook with %s before it is built', async (_what, sheets) => {
		const bytes = zipSync({
			...Object.fromEntries(
				sheets.map((sheet, index) => [
					`xl/worksheets/sheet${index + 2}.xml`,
					new TextEncoder().encode(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`)
				])
			),
			'[Content_Types].xml': new TextEncoder().encode(
				'<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
			)
		});
		await expect(readXlsx(bytes, 100, limit)).rejects.toMatchObject({ code: 'file_is_a_bomb' });
	});

	it('refuses what is no workbook, or a damaged one', async () => {
		const text = new TextEncoder().encode('not a workbook');
		await expect(readXlsx(text, 100, limit)).rejects.toMatchObject({ code: 'file_not_what_it_claims' });
		const whole = xlsxOf('x', [['a']]);
		await expect(readXlsx(whole.slice(0, whole.length - 30), 100, limit)).rejects.toMatchObject({
			code: 'file_unreadable'
		});
	});
});
