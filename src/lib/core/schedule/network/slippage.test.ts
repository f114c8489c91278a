import { expect, it } from 'vitest';
import { makeCalendar } from '#core/calendar/calendar.ts';
import { line } from '../fixture.ts';
import { rollUp } from './roll-up.ts';
import { nodesOf } from './nodes-of.ts';
import { slippage } from './slippage.ts';

const items = [
	line({ id: 'p', kind: 'phase', startsOn: '2019-12-02', endsOn: '2019-12-31', fixedByContract: true }),
	line({ id: 'a', phaseId: 'p', startsOn: '2019-12-02', endsOn: '2019-12-10' }),
	line({ id: 'b', phaseId: 'p', startsOn: '2019-12-11', endsOn: '2019-12-13', actualEnd: '2019-12-17' }),
	line({ id: 'm', kind: 'milestone', phaseId: 'p', startsOn: '2019-12-20', endsOn: '2019-12-20' }),
	line({ id: 'n', phaseId: 'p', startsOn: '2019-12-12', endsOn: '2019-12-12' })
];
const baseline = {
	p: { startsOn: '2019-12-02', endsOn: '2019-12-31' },
	a: { startsOn: '2019-12-02', endsOn: '2019-12-06' },
	b: { startsOn: '2019-12-09', endsOn: '2019-12-11' },
	m: { startsOn: '2019-12-23', endsOn: '2019-12-23' }
};

it('tells by how much each line has gone from its promise, phases by their tasks', () => {
	const found = slippage(items, baseline, makeCalendar('FR'));
	// Friday 6 to Tuesday 10.
	expect(found.get('a')).toMatchObject({ workingDays: 2, calendarDays: 4, startWorkingDays: 0 });
	expect(found.get('b')).toMatchObject({
		workingDays: 4,
		calendarDays: 6,
		startWorkingDays: 2,
		endsOn: '2019-12-17'
	});
	expect(found.get('m')).toMatchObject({ workingDays: -1, calendarDays: -3 });
	expect(found.get('n')).toMatchObject({ isNew: true, was: null, workingDays: 0 });
	expect(found.get('p')).toMatchObject({
		was: { startsOn: '2019-12-02', endsOn: '2019-12-11' },
		endsOn: '2019-12-17',
		workingDays: 4
	});
	expect(slippage([], {}, makeCalendar('FR')).size).toBe(0);
});

it('rolls a phase up from its tasks, by what happened where it did', () => {
	expect(rollUp(nodesOf(items)).get('p')).toEqual({ startsOn: '2019-12-02', endsOn: '2019-12-17' });
});
