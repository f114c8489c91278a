import { describe, expect, it } from 'vitest';
import { line } from './fixture.ts';
import { editable } from './permissions.ts';
import { phaseGroups, rowsOf } from './rows.ts';

const items = [
	line({ id: 'late', phaseId: 'p2', startsOn: '2020-03-01', endsOn: '2020-03-02' }),
	line({ id: 'p2', kind: 'phase', startsOn: '2020-01-30', endsOn: '2020-06-30' }),
	line({ id: 'p1', kind: 'phase', startsOn: '2019-10-29', endsOn: '2020-01-29' }),
	line({ id: 'lost', phaseId: 'gone' }),
	line({ id: 'second', phaseId: 'p1', startsOn: '2019-12-01' }),
	line({ id: 'first', phaseId: 'p1', kind: 'milestone', startsOn: '2019-11-05', endsOn: '2019-11-05' })
];

describe('phaseGroups', () => {
	it('puts each line under its phase by date, and what has no phase last', () => {
		expect(rowsOf(phaseGroups(items)).map((row) => row.id)).toEqual([
			'p1',
			'first',
			'second',
			'p2',
			'late',
			'lost'
		]);
	});

	it('keeps one phase on demand', () => {
		expect(rowsOf(phaseGroups(items, 'p2')).map((row) => row.id)).toEqual(['p2', 'late']);
	});

	it('keeps a moved line on its row when told its first days', () => {
		const first = new Map(items.map((item) => [item.id, item]));
		const moved = items.map((item) => (item.id === 'first' ? { ...item, startsOn: '2020-01-05' } : item));
		const ids = rowsOf(phaseGroups(moved, 'p1', (item) => first.get(item.id) ?? item)).map(
			(row) => row.id
		);
		expect(ids).toEqual(['p1', 'first', 'second']);
		expect(rowsOf(phaseGroups(moved, 'p1')).map((row) => row.id)).toEqual(['p1', 'second', 'first']);
	});
});

describe('editable', () => {
	const nothing = { dates: false, progress: false, title: false };

	it('gives nothing to someone who may not edit, nor on a phase', () => {
		expect(editable(line(), false)).toEqual(nothing);
		expect(editable(line({ kind: 'phase' }), true)).toEqual(nothing);
	});

	it('leaves only the progress of a task whose dates the contract fixes', () => {
		expect(editable(line({ fixedByContract: true }), true)).toEqual({ ...nothing, progress: true });
		expect(editable(line({ kind: 'milestone', fixedByContract: true }), true)).toEqual(nothing);
		expect(editable(line({ kind: 'milestone' }), true)).toEqual({
			dates: true,
			progress: false,
			title: true
		});
	});
});
