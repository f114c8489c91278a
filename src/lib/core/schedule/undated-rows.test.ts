import { describe, expect, it } from 'vitest';
import type { ScheduleItem } from './types.ts';
import type { UndatedLine } from './undated.ts';
import { withUndated } from './undated-rows.ts';

const dated = (id: string, phaseId: string | null, more: Partial<ScheduleItem> = {}) =>
	({
		id,
		phaseId,
		kind: 'task',
		startsOn: '2012-03-15',
		endsOn: '2012-04-15',
		...more
	}) as ScheduleItem;
const bare = (id: string, phaseId: string | null, more: Partial<UndatedLine> = {}) =>
	({ id, phaseId, kind: 'task', code: null, title: id, after: null, version: 1, ...more }) as UndatedLine;

const rows = [
	dated('p', null, { kind: 'phase', endsOn: '2013-03-15' }),
	dated('a', 'p'),
	dated('b', 'p'),
	dated('q', null, { kind: 'phase' }),
	dated('x', null, { startsOn: '2012-01-03' })
];
const order = (undated: UndatedLine[], given: ScheduleItem[] = rows) =>
	withUndated(given, undated).map(({ id }) => id);

describe('lines without a day among the rows', () => {
	it('stand after the line they follow, at the end of their phase, or last', () => {
		expect(
			order([
				bare('1', 'p', { after: 'a' }),
				bare('2', 'p', { after: 'a' }),
				bare('3', 'p'),
				bare('4', 'q'),
				bare('5', null),
				bare('6', 'gone')
			])
		).toEqual(['p', 'a', '1', '2', 'b', '3', 'q', '4', 'x', '5', '6']);
	});

	it('stay in their own phase when what they follow is in another', () => {
		expect(order([bare('1', 'q', { after: 'a' })])).toEqual(['p', 'a', 'b', 'q', '1', 'x']);
	});

	it('reach over the period drawn, and say what they are', () => {
		const made = withUndated(rows, [bare('1', 'p', { kind: 'milestone' })]).find(({ id }) => id === '1');
		expect(made).toMatchObject({
			kind: 'task',
			undated: 'milestone',
			startsOn: '2012-01-03',
			endsOn: '2013-03-15'
		});
	});

	it('change nothing where there are none, and draw nothing where nothing is drawn', () => {
		expect(withUndated(rows, [])).toBe(rows);
		expect(withUndated([], [bare('1', null)])).toEqual([]);
	});
});
