import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { soundLinks } from './dependencies.ts';

const link = (id: string, ...dependsOn: string[]) => ({ id, dependsOn });

describe('soundLinks', () => {
	it('drops unknown lines, lines on themselves and repetitions', () => {
		const { links, dropped } = soundLinks([link('a', 'a', 'zz'), link('b', 'a', 'a')]);
		expect([...links]).toEqual([
			['a', []],
			['b', ['a']]
		]);
		expect(dropped.map((d) => d.why)).toEqual(['itself', 'unknown']);
	});

	it('drops only the link that closes a circle', () => {
		const { links, dropped } = soundLinks([link('a', 'c'), link('b', 'a'), link('c', 'b')]);
		expect(links.get('a')).toEqual(['c']);
		expect(links.get('b')).toEqual(['a']);
		expect(dropped).toEqual([{ id: 'c', dependsOn: 'b', why: 'cycle' }]);
	});

	it('always leaves a graph that can be put in order', () => {
		const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
		const graph = fc.array(fc.tuple(id, fc.array(id)), { maxLength: 12 });
		fc.assert(
			fc.property(graph, (rows) => {
				const items = [...new Map(rows)].map(([key, deps]) => link(key, ...deps));
				const { links } = soundLinks(items);
				const placed = new Set<string>();
				for (let turn = 0; turn < items.length; turn += 1) {
					for (const [key, deps] of links)
						if (deps.every((dep) => placed.has(dep))) placed.add(key);
				}
				expect(placed.size).toBe(items.length);
			})
		);
	});
});
