import { describe, expect, it } from 'vitest';
import { dueDay, standing } from './punctuality.ts';

const task = {
	kind: 'task' as const,
	endsOn: '2019-12-20',
	limitOn: null,
	doneOn: null,
	progress: 40
};

describe('standing', () => {
	it('is not late on its due day, and late by one day the day after', () => {
		expect(standing(task, '2019-12-20')).toEqual({ state: 'soon', days: 0, beyondLimit: false });
		expect(standing(task, '2019-12-21')).toEqual({ state: 'late', days: 1, beyondLimit: false });
	});

	it('is near from seven days before, and on time until then', () => {
		expect(standing(task, '2019-12-13').state).toBe('soon');
		expect(standing(task, '2019-12-12')).toEqual({ state: 'ontime', days: 8, beyondLimit: false });
	});

	it('counts from the contract’s limit when the plan goes past it', () => {
		const planned = { ...task, limitOn: '2019-12-16' };
		expect(dueDay(planned)).toBe('2019-12-16');
		expect(standing(planned, '2019-12-18')).toEqual({ state: 'late', days: 2, beyondLimit: true });
	});

	it('does not let a limit further away hide a late plan', () => {
		expect(standing({ ...task, limitOn: '2020-01-29' }, '2019-12-23').state).toBe('late');
	});

	it('is done at 100 %, but a milestone only once its day is recorded', () => {
		expect(standing({ ...task, progress: 100 }, '2020-03-01').state).toBe('done');
		expect(standing({ ...task, kind: 'milestone', progress: 100 }, '2020-03-01').state).toBe('late');
	});

	it('keeps how late it was done, and never a negative number', () => {
		expect(standing({ ...task, doneOn: '2019-12-23' }, '2020-03-01')).toMatchObject({
			state: 'done',
			days: 3
		});
		expect(standing({ ...task, doneOn: '2019-12-02' }, '2020-03-01').days).toBe(0);
	});
});
