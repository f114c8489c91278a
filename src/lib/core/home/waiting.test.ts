import { expect, it } from 'vitest';
import { groupWaiting, type Waiting } from './waiting.ts';

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
