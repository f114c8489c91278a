import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { line } from '#core/schedule/fixture.ts';
import type { ScheduleItem } from '#core/schedule/types.ts';
import type { ScheduleData } from '../data.ts';
import { fromColumns, toColumns } from './columns.ts';
import { encodeSchedule, packSchedule, travels, unpackSchedule } from './pack.ts';

const schedule = (items: ScheduleItem[], more: Partial<ScheduleData> = {}): ScheduleData => ({
	...{ items, undated: [], holidays: [], links: [], baselines: [], baseline: null, stamp: 's' },
	...{ calendar: { base: 'FR', changes: [] }, organisations: [], referable: [] },
	...more
});

describe('rows as columns', () => {
	it('come back value for value, whatever they hold', () => {
		const value = fc.oneof(
			fc.constantFrom<unknown>(null, [], 0, '', 'null', 'task'),
			fc.string(),
			fc.integer(),
			fc.boolean(),
			fc.array(fc.string(), { maxLength: 2 }),
			fc.record({ kind: fc.string() }, { noNullPrototype: true })
		);
		const row = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), value, { noNullPrototype: true });
		fc.assert(
			fc.property(fc.array(row, { maxLength: 300 }), (rows) => {
				expect(fromColumns(JSON.parse(JSON.stringify(toColumns(rows))))).toStrictEqual(rows);
			})
		);
	});

	it('of which each has a list keep one each', () => {
		const [a, b] = fromColumns(toColumns([{ refs: [] }, { refs: [] }])) as { refs: string[] }[];
		a!.refs.push('x');
		expect(b!.refs).toEqual([]);
	});
});

describe('a schedule that travels', () => {
	it('comes back as it was: lines, what they follow, links and the frozen plan', () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.uuid(), { minLength: 2, maxLength: 40 }),
				fc.array(
					fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('FS', 'SS', 'FF', 'SF'), fc.integer()),
					{
						maxLength: 60
					}
				),
				fc.string({ unit: 'grapheme' }),
				(ids, ties, title) => {
					const links = ties.map(([from, to, type, lag], at) => ({
						...{ id: `l${at}`, from: ids[from % ids.length]!, to: ids[to % ids.length]! },
						...{ type: type as 'FS', lag, lagUnit: 'working' as const, version: 1 }
					}));
					const items = ids.map((id, at) => ({
						...line({
							id,
							title: at % 2 ? title : 'Tâche',
							startsOn: '2020-01-06',
							endsOn: '2020-01-07'
						}),
						dependsOn: links.filter(({ to }) => to === id).map(({ from }) => from)
					}));
					const days = { startsOn: '2020-01-06', endsOn: '2020-01-08' };
					const same = { startsOn: '2020-01-06', endsOn: '2020-01-07' };
					const baseline = { [ids[0]!]: days, [ids[1]!]: same, gone: days };
					const whole = schedule(items, { links, baseline });
					expect(unpackSchedule(packSchedule(whole))).toStrictEqual(whole);
				}
			)
		);
	});

	it('holds every sign, those that stand between others too', () => {
		for (const title of ['« ¦ »', '¦', '"\\"', '</script>', '\u2028'])
			expect(unpackSchedule(packSchedule(schedule([line({ id: 'a', title })]))).items[0]!.title).toBe(
				title
			);
	});

	it('is packed where it was meant to be, and nothing else is', () => {
		const whole = schedule([]);
		expect(encodeSchedule(whole)).toBe(false);
		expect(encodeSchedule(travels(whole))).toBe(packSchedule(whole));
		for (const other of [null, undefined, 'text', 3, {}]) expect(encodeSchedule(other)).toBe(false);
	});
});
