import { describe, expect, it } from 'vitest';
import { missingFormats } from './formats.ts';

describe('formats a contract asks for', () => {
	it('names those that no file answers', () => {
		expect(missingFormats(['Excel', 'CSV'], ['Liste.docx'])).toEqual(['Excel', 'CSV']);
		expect(missingFormats(['Excel', 'CSV'], ['Liste.docx', 'Liste.CSV'])).toEqual(['Excel']);
		expect(missingFormats(['Word', 'PDF'], ['a.docx', 'a.pdf'])).toEqual([]);
		expect(missingFormats(['Word', 'PDF'], [])).toEqual(['Word', 'PDF']);
	});
	it('takes one of several named in one line, and judges no words it does not know', () => {
		expect(missingFormats(['Word ou PDF'], ['a.pdf'])).toEqual([]);
		expect(missingFormats(['maquette imprimée', 'mots-clés'], ['a.pdf'])).toEqual([]);
		expect(missingFormats([], ['a.pdf'])).toEqual([]);
	});
});
