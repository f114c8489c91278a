import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeAt, timetable } from './times.ts';

describe('the timetable of an agenda', () => {
	it('counts from the beginning of the meeting, and compares with its hours', () => {
		const { slots, planned, available } = timetable(
			[{ duration: 20 }, { duration: 90 }],
			'10:00',
			'11:30'
		);
		expect(slots).toEqual([
			{ from: '10:00', to: '10:20' },
			{ from: '10:20', to: '11:50' }
		]);
		expect([planned, available]).toEqual([110, 90]);
	});

	it('presumes nothing of what says no duration, nor of a meeting without hours', () => {
		const items = [{ duration: 15 }, { duration: null }, { duration: 10 }];
		expect(timetable(items, '09:00', '')).toEqual({
			slots: [
				{ from: '09:00', to: '09:15' },
				{ from: '09:15', to: null },
				{ from: null, to: null }
			],
			planned: 25,
			open: 1,
			available: null
		});
		expect(timetable(items, '', '10:00').slots[0]).toEqual({ from: null, to: null });
	});

	it('goes past midnight', () => {
		expect(timetable([{ duration: 600 }], '23:30', '').slots).toEqual([{ from: '23:30', to: '09:30' }]);
	});

	it('leaves no gap between points that say how long they take', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 1, max: 600 }), { maxLength: 300 }),
				fc.integer({ min: 0, max: 1439 }),
				(durations, start) => {
					const { slots, planned } = timetable(
						durations.map((duration) => ({ duration })),
						timeAt(start),
						''
					);
					slots.forEach((slot, i) => expect(slots[i + 1]?.from ?? slot.to).toBe(slot.to));
					expect(slots.at(-1)?.to ?? timeAt(start)).toBe(timeAt(start + planned));
				}
			)
		);
	});
});
