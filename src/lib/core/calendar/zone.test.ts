import { expect, it } from 'vitest';
import { calendarOf } from './calendar.ts';
import { addDays, isoWeek, weekday } from './days.ts';
import { formatDay } from './format.ts';

// The pure rules are run under several time zones (see vitest.config.ts): this says the zone was really taken.
it('runs in the zone it was given', () => {
	const asked = process.env['TZ'];
	if (asked) expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(asked);
});
it('names the same days in every zone, at both ends of the civil day line', () => {
	expect([addDays('2019-12-31', 1), weekday('2020-01-01'), isoWeek('2019-12-30')]).toEqual([
		'2020-01-01',
		3,
		'2020-W01'
	]);
	expect(formatDay('2020-03-29')).toBe('dim. 29 mars 2020');
	expect(calendarOf('SN').holiday('1996-05-28')?.label).toBe('Tamkharit');
	expect(calendarOf('MA-public').holiday('2020-10-29')?.label).toBe('Aïd Al Mawlid');
});
