import { describe, expect, it } from 'vitest';
import { columnFields, constraintOf, fieldOf, kindOf } from '#core/schedule/exchange/table/columns.ts';
import { overwriteGetLocale } from '../../i18n/paraglide/runtime.js';
import { tableWidths, tableWords } from './table-words.ts';

describe('the words of the table', () => {
	it('are read back in every language they are written in', () => {
		for (const locale of ['fr', 'en'] as const) {
			overwriteGetLocale(() => locale);
			const { columns, kind, constraint } = tableWords();
			for (const field of columnFields)
				expect([field, fieldOf(columns[field])]).toEqual([field, field]);
			for (const [one, word] of Object.entries(kind)) expect(kindOf(word)).toBe(one);
			for (const [one, word] of Object.entries(constraint)) expect(constraintOf(word)).toBe(one);
		}
		expect(tableWidths).toHaveLength(columnFields.length);
	});
});
