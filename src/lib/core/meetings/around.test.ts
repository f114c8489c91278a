import { expect, it } from 'vitest';
import { dayRemark } from './day-remark.ts';
import { differences } from './differences.ts';
import { meetingNumber, minutesVersion } from './numbers.ts';

const calendar = { base: 'FR' as const, changes: [{ day: '2019-12-24', label: 'Pont', working: false }] };

it('points out holidays, weekends and the mission’s own days, not other days nor half-typed ones', () => {
	expect(dayRemark(calendar, '2019-11-11')).toMatchObject({ kind: 'holiday' });
	expect(dayRemark(calendar, '2019-12-24')).toEqual({ kind: 'holiday', label: 'Pont' });
	expect(dayRemark(calendar, '2019-12-07')).toEqual({ kind: 'weekend' });
	expect(dayRemark(calendar, '2019-12-10')).toBeNull();
	expect(dayRemark(calendar, '2019-12-')).toBeNull();
	expect(dayRemark(calendar, '2019-12-09', '2019-12-10')).toEqual({ kind: 'past' });
	expect(dayRemark(calendar, '2019-12-10', '2019-12-10')).toBeNull();
});

it('tells what differs, lines of one side included, and nothing when only blanks do', () => {
	const mine = [
		['A', 'un'],
		['B', 'deux ']
	] as const;
	const stored = [
		['A', 'une'],
		['B', 'deux'],
		['C', 'trois']
	] as const;
	expect(differences(mine, stored)).toEqual([
		{ line: 'A', mine: 'un', stored: 'une' },
		{ line: 'C', mine: '', stored: 'trois' }
	]);
});

it('numbers meetings by their code and minutes by how often they went out', () => {
	expect(meetingNumber({ short: 'COPIL' }, 'E-COPIL-02')).toBe('COPIL n°\u00a02');
	expect(minutesVersion({ edition: 0, state: 'held' })).toBe('0.1');
	expect(minutesVersion({ edition: 1, state: 'circulated' })).toBe('1.0');
	expect(minutesVersion({ edition: 1, state: 'held' })).toBe('1.1');
	expect(minutesVersion({ edition: 2, state: 'approved' })).toBe('2.0');
});
