import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { faultWords, remarkWords, tieWords, valueWords } from './words.ts';

/** The codes as the reader declares them. */
const codes = (type: string): string[] => {
	const source = readFileSync(new URL('../../core/schedule/exchange/plan.ts', import.meta.url), 'utf8');
	const declared = new RegExp(`export type ${type} =([^;]+);`).exec(source)![1]!;
	return [...declared.matchAll(/'([a-z_]+)'/g)].map(([, code]) => code!);
};

describe('the words of an import', () => {
	it('have a sentence for every fault and every remark', () => {
		const [faults, remarks] = [codes('FaultCode'), codes('RemarkCode')];
		expect(faults.length).toBeGreaterThan(30);
		for (const code of faults) expect(faultWords(code as never)).not.toBe(code);
		for (const code of remarks) expect(remarkWords(code as never)).not.toBe(code);
	});

	it('say values and links as people do', () => {
		expect(valueWords('2019-11-04', 'fr')).toContain('2019');
		expect(valueWords({ kind: 'not_before', day: '2019-11-04' }, 'fr')).toContain('Pas avant le');
		expect(valueWords(null, 'fr')).toBe('—');
		expect(tieWords({ type: 'SS', lag: 2, lagUnit: 'working' }, 'fr')).toBe(
			'début à début, +2 jours ouvrés'
		);
	});
});
