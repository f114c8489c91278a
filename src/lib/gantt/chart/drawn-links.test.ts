import { describe, expect, it } from 'vitest';
import type { Link, LinkType } from '#core/schedule/network/types.ts';
import type { ScheduleItem } from '#core/schedule/types.ts';
import { drawnLinks } from './drawn-links.ts';

const line = (id: string, phaseId: string | null = null) => ({ id, phaseId }) as ScheduleItem;
const items = new Map(
	[line('P1'), line('a', 'P1'), line('b', 'P1'), line('P2'), line('c', 'P2'), line('d', 'P2')].map(
		(one) => [one.id, one]
	)
);
const link = (from: string, to: string, type: LinkType = 'FS'): Link => ({
	id: `${from}${to}${type}`,
	from,
	to,
	type,
	lag: 0,
	lagUnit: 'working'
});
const shown = (links: Link[], ...rows: string[]) =>
	drawnLinks(links, items, (id) => (rows.includes(id) ? rows.indexOf(id) : undefined));

describe('drawnLinks', () => {
	it('draws a link between two rows as it is', () => {
		const found = shown([link('a', 'c')], 'P1', 'a', 'b', 'P2', 'c', 'd');
		expect(found.get('a')).toMatchObject([{ id: 'acFS', from: 'a', to: 'c' }]);
		expect(found.get('c')).toEqual(found.get('a'));
		expect(found.has('P1')).toBe(false);
	});

	it('ties a folded line at its phase, once for links that would lie on one another', () => {
		const links = [link('a', 'c'), link('b', 'c'), link('b', 'd'), link('a', 'c', 'SS')];
		const found = shown(links, 'P1', 'P2', 'c', 'd');
		expect(found.get('P1')).toHaveLength(3);
		const [both] = found.get('c') ?? [];
		expect(both).toMatchObject({ from: 'P1', to: 'c', type: 'FS' });
		expect(both?.of.map(({ id }) => id)).toEqual(['acFS', 'bcFS']);
		// Between two folded phases: one for each way of tying.
		expect(shown(links, 'P1', 'P2').get('P1')?.map(({ of }) => of.length)).toEqual([3, 1]); // prettier-ignore
	});

	it('draws nothing inside a folded phase, nor to a row that a filter took away', () => {
		expect(shown([link('a', 'b')], 'P1', 'P2').size).toBe(0);
		expect(shown([link('a', 'c')], 'P1', 'a', 'b').size).toBe(0);
	});
});
