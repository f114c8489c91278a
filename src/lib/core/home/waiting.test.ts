import { expect, it } from 'vitest';
import { groupWaiting, placeOf, type Waiting } from './waiting.ts';

const item = (subject: string, dueOn: string | null): Waiting => ({
	slug: 's',
	mission: 'M',
	kind: 'action',
	subject,
	title: '',
	ref: null,
	dueOn,
	today: '2019-12-02'
});

it('groups by the mission’s own day: what has no date asks for an act now', () => {
	const groups = groupWaiting([
		item('a', '2019-12-01'),
		item('b', '2019-12-02'),
		item('c', '2019-12-09'),
		item('d', '2019-12-10'),
		item('e', null)
	]);
	expect(groups.overdue.map((w) => w.subject)).toEqual(['a']);
	expect(groups.week.map((w) => w.subject)).toEqual(['b', 'c', 'e']);
	expect(groups.later.map((w) => w.subject)).toEqual(['d']);
});

it('leads to where the thing is done', () => {
	expect(placeOf({ kind: 'hand_in', subject: 'E-L11', ref: null })).toBe('deliverables/E-L11');
	expect(placeOf({ kind: 'file_report', subject: '2019-W48', ref: null })).toBe('reports/2019-W48');
	expect(placeOf({ kind: 'open_meeting', subject: 'E-PT-02', ref: null })).toBe('meetings/E-PT-02');
	expect(placeOf({ kind: 'action', subject: 'ACT-E-2019-002', ref: 'E-COPIL-01' })).toBe(
		'meetings/E-COPIL-01'
	);
	expect(placeOf({ kind: 'send_obligation', subject: 'E-S1', ref: 'E-S1/E-COTECH-01' })).toBe(
		'obligations/E-S1/E-COTECH-01'
	);
	expect(placeOf({ kind: 'reach_milestone', subject: 'E-M1', ref: null })).toBe('schedule');
});

it('puts first what is latest on its own mission’s day, not what is oldest', () => {
	const old = { ...item('old', '1996-06-12'), today: '1996-07-01' };
	const late = { ...item('late', '2012-04-27'), today: '2012-06-04' };
	const groups = groupWaiting([item('e', null), old, late, item('a', '2019-12-01'), item('f', null)]);
	expect(groups.overdue.map((w) => w.subject)).toEqual(['late', 'old', 'a']);
	expect(groups.week.map((w) => w.subject)).toEqual(['e', 'f']);
});
