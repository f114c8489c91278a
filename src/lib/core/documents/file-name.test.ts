import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileName } from './file-name.ts';

describe('fileName', () => {
	it('puts contract, code, title, version and day in one safe name', () => {
		expect(
			fileName({
				contract: 'E',
				code: 'E-L11',
				title: 'Cartographie',
				version: '1.0',
				day: '2020-01-20'
			})
		).toBe('E_E-L11_Cartographie_V1.0_20200120.docx');
	});

	it('spells accents and ligatures, and leaves out what is absent', () => {
		expect(fileName({ contract: 'E', title: 'Cœur d’évaluation n° 2 / été', day: '2020-01-20' })).toBe(
			'E_Coeur-d-evaluation-n-2-ete_20200120.docx'
		);
		expect(fileName({ contract: 'R', title: 'محضر', day: '2023-03-06' })).toBe(
			'R_document_20230306.docx'
		);
	});

	it('is never a path, whatever is typed', () => {
		const anything = fc.string({ unit: 'binary', maxLength: 80 });
		fc.assert(
			fc.property(anything, anything, anything, anything, (contract, code, title, version) => {
				const name = fileName({ contract, code, title, version, day: '2020-01-20' });
				expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]*\.docx$/);
				expect(name).not.toContain('..');
				expect(name.length).toBeLessThan(130);
			}),
			{ numRuns: 40 }
		);
	});
});
