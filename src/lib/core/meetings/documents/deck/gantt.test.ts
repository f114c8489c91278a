import { expect, it } from 'vitest';
import type { ScheduleItem } from '../../../schedule/types.ts';
import { ganttPages, picturedRows } from './gantt.ts';

const item = (id: string, over: Partial<ScheduleItem> = {}): ScheduleItem =>
	({
		id,
		kind: 'task',
		code: id,
		title: `Tâche <${id}> & suite`,
		phaseId: 'p',
		startsOn: '2019-11-04',
		endsOn: '2019-11-20',
		progress: 0,
		fixedByContract: false,
		limitOn: null,
		doneOn: null,
		dependsOn: [],
		...over
	}) as ScheduleItem;
const phase = item('p', { kind: 'phase', phaseId: null, endsOn: '2020-01-29' });
const today = '2019-12-02';

it('draws everything when it fits one slide, else the whole mission and then what is late, under way or near', () => {
	const few = [phase, item('a'), item('m', { kind: 'meeting' })];
	expect(picturedRows(few, today).map((rows) => rows.map(({ id }) => id))).toEqual([['p', 'a']]);
	const many = [
		phase,
		...Array.from({ length: 20 }, (_, n) => item(`t${n}`)),
		item('done', { progress: 100 }),
		item('far', { startsOn: '2020-06-01', endsOn: '2020-06-30' }),
		item('j', { kind: 'milestone' })
	];
	const [whole, near] = picturedRows(many, today);
	expect(whole!.map(({ id }) => id)).toEqual(['p', 'j']);
	expect(near).toHaveLength(20);
	const pages = ganttPages({ items: many, baseline: null, today });
	expect(pages).toHaveLength(3);
	expect(pages.join('').match(/Tâche &lt;t\d+&gt; &amp; suite/g)!.length).toBe(40);
});

it('writes shapes with numbers of their own, sizes that are whole and positive, and no name as markup', () => {
	const [page] = ganttPages({
		items: [
			phase,
			item('a', { limitOn: '2019-11-25' }),
			item('b', { kind: 'milestone', doneOn: '2019-11-20' })
		],
		baseline: { a: { startsOn: '2019-11-01', endsOn: '2019-11-15' } },
		today
	});
	const ids = [...page!.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id);
	expect(new Set(ids).size).toBe(ids.length);
	for (const [, x, y] of page!.matchAll(/<a:ext cx="([^"]*)" cy="([^"]*)"/g)) {
		expect(x).toMatch(/^\d+$/);
		expect(y).toMatch(/^[1-9]\d*$/);
	}
	expect(page).toContain('En retard de 12');
	expect(page).not.toContain('<a>');
	expect(ganttPages({ items: [], baseline: null, today })).toEqual([]);
});
