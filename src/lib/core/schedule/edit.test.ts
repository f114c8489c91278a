import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, diffDays } from '#core/calendar/days.ts';
import { checkEdit } from './check-edit.ts';
import { applyEdit, editTowards, inverseEdit, resized, sameValues, shifted, valuesOf } from './edit.ts';
import { line } from './fixture.ts';

const someDay = fc.integer({ min: 0, max: 100_000 }).map((n) => addDays('1900-02-01', n));

describe('edits', () => {
	it('names progress and title only when they change', () => {
		const wanted = { ...valuesOf(line()), endsOn: '2019-12-21' };
		expect(editTowards(line(), wanted)).toEqual({
			id: 't1',
			version: 1,
			startsOn: '2019-11-04',
			endsOn: '2019-12-21'
		});
		expect(editTowards(line(), { ...wanted, progress: 50, title: 'Ateliers' })).toMatchObject({
			progress: 50,
			title: 'Ateliers'
		});
	});

	it('any edit followed by its inverse gives the first values back, on the new version', () => {
		fc.assert(
			fc.property(
				someDay,
				fc.nat(400),
				fc.nat(100),
				fc.string({ minLength: 1 }),
				(start, length, progress, title) => {
					const before = line();
					const wanted = { startsOn: start, endsOn: addDays(start, length), progress, title };
					const after = { ...applyEdit(before, editTowards(before, wanted)), version: 2 };
					expect(sameValues(after, wanted)).toBe(true);
					const undo = inverseEdit(before, after);
					expect(undo.version).toBe(2);
					expect(sameValues(applyEdit(after, undo), before)).toBe(true);
				}
			)
		);
	});

	it('moving keeps the length; shortening stops at one day', () => {
		const moved = shifted(line(), -5);
		expect(diffDays(moved.startsOn, moved.endsOn)).toBe(diffDays('2019-11-04', '2019-12-20'));
		expect(moved.startsOn).toBe('2019-10-30');
		expect(resized(line({ endsOn: '2019-11-05' }), -3).endsOn).toBe('2019-11-04');
		expect(resized(line(), 1).endsOn).toBe('2019-12-21');
	});
});

describe('checkEdit', () => {
	const wanted = valuesOf(line());
	const codes = (over: object, item = line()) => checkEdit(item, { ...wanted, ...over }).map((f) => f.code);

	it('refuses an end before its start, next to the end', () => {
		expect(checkEdit(line(), { ...wanted, endsOn: '2019-11-03' })).toEqual([
			{ field: 'endsOn', code: 'end_before_start' }
		]);
		expect(codes({ endsOn: '2019-11-04' })).toEqual([]);
	});

	it('refuses years before 1900 and from 2200 on, and days that do not exist', () => {
		expect(codes({ startsOn: '1899-12-31' })).toEqual(['out_of_range']);
		expect(codes({ startsOn: '1900-01-01' })).toEqual([]);
		expect(codes({ endsOn: '2199-12-31' })).toEqual([]);
		expect(codes({ endsOn: '2200-01-01' })).toEqual(['out_of_range']);
		expect(codes({ endsOn: '20191-01-01' })).toEqual(['out_of_range']);
		expect(codes({ endsOn: '2019-02-30' })).toEqual(['not_a_day']);
		expect(codes({ endsOn: '' })).toEqual(['not_a_day']);
	});

	it('refuses to move what the contract fixes, and phases', () => {
		expect(codes({ endsOn: '2019-12-21' }, line({ fixedByContract: true }))).toEqual(['dates_fixed']);
		expect(codes({ endsOn: '2019-12-21' }, line({ kind: 'phase' }))).toEqual(['dates_fixed']);
		expect(codes({ progress: 60 }, line({ fixedByContract: true }))).toEqual([]);
	});

	it('refuses a milestone of two days, a progress that is not 0 to 100, a title that is empty or too long', () => {
		const milestone = line({ kind: 'milestone', endsOn: '2019-11-04' });
		expect(codes({ endsOn: '2019-11-05' }, milestone)).toEqual(['milestone_two_days']);
		expect(codes({ progress: 101 })).toEqual(['progress']);
		expect(codes({ progress: 12.5 })).toEqual(['progress']);
		expect(codes({ progress: Number.NaN })).toEqual(['progress']);
		expect(codes({ title: '  ' })).toEqual(['title_empty']);
		expect(codes({ title: 'x'.repeat(301) })).toEqual(['title_long']);
	});
});
