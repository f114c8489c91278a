import { describe, expect, it } from 'vitest';
import { computeRule } from './rules/compute.ts';
import { calendarOf, makeCalendar } from './calendar.ts';
import { onOwnCalendar } from './mission.ts';
import { changesWith, linesOfYear, saidBy } from './page.ts';

const contract = {
	calendar: { base: 'MA-public', changes: [{ day: '2026-03-02', label: 'Pont', working: false }] }
};

describe('a mission’s own calendar', () => {
	it('is what its contract says, then what its project manager says of a day', () => {
		expect(onOwnCalendar(contract, [])).toBe(contract);
		const changes = [{ day: '2026-03-02', label: 'Pont', working: true }];
		expect(onOwnCalendar(contract, changes).calendar.changes).toEqual(changes);
		expect(contract.calendar.changes[0]?.working).toBe(false);
	});

	it('lists the days off of a year, those estimated, those decided here, and those worked after all', () => {
		const shipped = calendarOf('MA-public');
		const fitr = shipped.holidays('2026-01-01', '2026-12-31').find((one) => one.status === 'estimated')!;
		const changes = changesWith([], saidBy({ what: 'worked', day: '2026-01-11', label: 'Manifeste' }));
		const all = changesWith(changes, saidBy({ what: 'confirm', day: fitr.day, label: fitr.label }));
		const lines = linesOfYear(makeCalendar('MA-public', all), shipped, all, 2026);
		expect(lines.find((one) => one.day === '2026-01-11')?.status).toBe('worked');
		expect(lines.find((one) => one.day === fitr.day)?.status).toBe('own');
		expect(lines.some((one) => one.status === 'estimated')).toBe(true);
		expect(changesWith(all, saidBy({ what: 'shipped', day: fitr.day, label: fitr.label }))).toEqual(
			changes
		);
	});

	it('gives no more warning for a year once each estimated feast of it was confirmed or moved', () => {
		const shipped = calendarOf('MA-public');
		let changes = [] as ReturnType<typeof changesWith>;
		for (const { day, label, status } of shipped.holidays('2027-01-01', '2027-12-31'))
			if (status === 'estimated')
				changes = changesWith(changes, saidBy({ what: 'confirm', day, label }));
		expect(shipped.isConfirmed(2027)).toBe(false);
		expect(makeCalendar('MA-public', changes).isConfirmed(2027)).toBe(true);
	});

	it('moves what is due on a feast that moves: the old day is worked, the announced one is not', () => {
		const rule = { after: 'x', count: 7, unit: 'day', roll: 'next' } as const;
		const due = (changes: ReturnType<typeof changesWith>) =>
			computeRule(rule, '2023-02-27', makeCalendar('MA-public', changes)).due;
		expect(due([])).toBe('2023-03-06');
		const moved = changesWith([], saidBy({ what: 'add', day: '2023-03-06', label: 'Fermeture' }));
		expect(due(moved)).toBe('2023-03-07');
		const again = changesWith(
			moved,
			saidBy({ what: 'move', day: '2023-03-06', to: '2023-03-07', label: 'Fermeture' })
		);
		expect(due(again)).toBe('2023-03-06');
	});
});
