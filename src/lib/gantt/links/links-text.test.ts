import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LETTERS, parseTies, printTies, type Tie } from './links-text.ts';

const codes = new Map([
	['E-T101', 'a'],
	['E-T102', 'b'],
	['E-TFF', 'c'],
	['Ateliers du DD', 'd']
]);
const find = (name: string) =>
	[...codes].find(([code]) => code.toLowerCase() === name.toLowerCase())?.[1] ?? null;
const nameOf = (id: string) => [...codes].find(([, known]) => known === id)?.[0] ?? '?';
const read = (text: string) => parseTies(text, find).ties;

describe('links as people type them', () => {
	it('reads codes, types, waits and their units', () => {
		expect(read('E-T101')).toEqual([{ from: 'a', type: 'FS', lag: 0, lagUnit: 'working' }]);
		expect(read('e-t101 dd+2 j ; E-T102FF-3jc')).toEqual([
			{ from: 'a', type: 'SS', lag: 2, lagUnit: 'working' },
			{ from: 'b', type: 'FF', lag: -3, lagUnit: 'calendar' }
		]);
		expect(read('E-T101+2 j')).toEqual([{ from: 'a', type: 'FS', lag: 2, lagUnit: 'working' }]);
		expect(read('E-T101 −2')).toEqual([{ from: 'a', type: 'FS', lag: -2, lagUnit: 'working' }]);
		expect(read('E-T101 SF + 4 cd')).toEqual([{ from: 'a', type: 'SF', lag: 4, lagUnit: 'calendar' }]);
		expect(read(' ;; ')).toEqual([]);
	});

	it('takes a name that ends like a type for the name it is', () => {
		expect(read('E-TFF')).toMatchObject([{ from: 'c', type: 'FS' }]);
		expect(read('Ateliers du DD DD')).toMatchObject([{ from: 'd', type: 'SS' }]);
	});

	it('names what it cannot read, and keeps nothing of it', () => {
		expect(parseTies('E-T999 FD ; E-T101 ; E-T101 DD ; E-T102 FD+99999 j', find).faults).toEqual([
			{ text: 'E-T999 FD', why: 'unknown' },
			{ text: 'E-T101 DD', why: 'twice' },
			{ text: 'E-T102 FD+99999 j', why: 'lag' }
		]);
	});

	it('reads back whatever it prints, in both languages', () => {
		const tie = fc.record({
			type: fc.constantFrom(...(Object.keys(LETTERS.fr) as Tie['type'][])),
			lag: fc.integer({ min: -1000, max: 1000 }),
			lagUnit: fc.constantFrom('working' as const, 'calendar' as const)
		});
		const ties = fc
			.tuple(
				fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd')),
				fc.array(tie, { minLength: 4, maxLength: 4 })
			)
			.map(([ids, kinds]) => ids.map((from, at): Tie => ({ from, ...kinds[at]! })));
		fc.assert(
			fc.property(ties, fc.constantFrom('fr' as const, 'en' as const), (list, locale) => {
				const { ties: back, faults } = parseTies(printTies(list, nameOf, locale), find);
				expect(faults).toEqual([]);
				// The unit of no wait at all is not written.
				expect(back).toEqual(
					list.map((one) => (one.lag === 0 ? { ...one, lagUnit: 'working' } : one))
				);
			})
		);
	});
});
