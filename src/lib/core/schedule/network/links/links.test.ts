import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLink } from './check-link.ts';
import { cycles, pathBetween } from './cycles.ts';
import { link, node } from '../network.fixture.ts';

describe('cycles', () => {
	it('names each circle in order, from its smallest line', () => {
		const links = [
			link('c', 'a'),
			link('a', 'b'),
			link('b', 'c'),
			link('x', 'y'),
			link('y', 'x'),
			link('c', 'x')
		];
		expect(cycles(links)).toEqual([
			['a', 'b', 'c'],
			['x', 'y']
		]);
		expect(cycles([link('a', 'a')])).toEqual([['a']]);
		expect(cycles([link('a', 'b'), link('a', 'c'), link('b', 'c')])).toEqual([]);
	});

	it('finds one exactly when the links cannot be put in order, and what it names is one', () => {
		const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
		fc.assert(
			fc.property(fc.array(fc.tuple(id, id), { maxLength: 12 }), (pairs) => {
				const links = pairs.map(([from, to]) => link(from, to));
				const found = cycles(links);
				const circular = links.some(({ from, to }) => pathBetween(links, to, from) !== null);
				expect(found.length > 0).toBe(circular);
				for (const circle of found)
					circle.forEach((one, i) => {
						const next = circle[(i + 1) % circle.length];
						expect(links.some(({ from, to }) => from === one && to === next)).toBe(true);
					});
			}),
			{ numRuns: 500 }
		);
	});

	it('is not stopped by a chain of a hundred thousand lines', () => {
		const links = Array.from({ length: 100_000 }, (_, i) => link(`n${i}`, `n${i + 1}`));
		expect(cycles(links)).toEqual([]);
	});
});

describe('checkLink', () => {
	const nodes = [
		node('a', '2019-12-02'),
		node('b', '2019-12-03'),
		node('c', '2019-12-04'),
		node('p', '2019-12-02', '2019-12-31', { kind: 'phase' }),
		node('g', '2019-12-05', '2019-12-05', { kind: 'meeting' })
	];
	const links = [link('a', 'b'), link('b', 'c')];
	it.each([
		['a', 'zz', { code: 'unknown' }],
		['zz', 'a', { code: 'unknown' }],
		['a', 'a', { code: 'itself' }],
		['p', 'a', { code: 'summary' }],
		['a', 'p', { code: 'summary' }],
		['a', 'g', { code: 'meeting' }],
		['a', 'b', { code: 'duplicate' }],
		['c', 'a', { code: 'cycle', path: ['c', 'a', 'b'] }],
		['g', 'a', null],
		['a', 'c', null]
	])('%s before %s', (from, to, fault) => {
		expect(checkLink(nodes, links, { from, to })).toEqual(fault);
	});
});
