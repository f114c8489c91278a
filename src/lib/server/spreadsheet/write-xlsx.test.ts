import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { checkUpload } from '../files/check-upload.ts';
import { serial, xlsxOf } from './write-xlsx.ts';

describe('xlsxOf', () => {
	const bytes = xlsxOf('Obligations: [mission] avec un nom bien trop long', [
		['Code', 'Échéance', 'Jours'],
		['E-S3 & <b>', '2020-01-18', 4],
		['=1+1', null, 0]
	]);
	const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!);

	it('counts days as spreadsheets do', () => {
		expect([serial('1900-03-01'), serial('2020-01-18')]).toEqual([61, 43848]);
		expect(sheet).toContain('<c r="B2" s="2"><v>43848</v></c>');
	});

	it('writes texts as texts: escaped, and never a formula', () => {
		expect(sheet).toContain('E-S3 &amp; &lt;b&gt;');
		expect(sheet).toContain('>=1+1</t>');
		expect(sheet).not.toContain('<f>');
	});

	it('names its sheet in what a spreadsheet allows', () => {
		const book = strFromU8(unzipSync(bytes)['xl/workbook.xml']!);
		expect(/sheet name="([^"]*)"/.exec(book)?.[1]).toMatch(/^[^:[\]]{1,31}$/);
	});

	it('is taken for a workbook by our own check of uploads', async () => {
		await expect(checkUpload({ name: 'obligations.xlsx', bytes })).resolves.toMatchObject({
			name: 'obligations.xlsx'
		});
	});
});
