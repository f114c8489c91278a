import type { CalendarName } from '../calendar.ts';
import type { Rule } from './schema.ts';

/** A deadline worked out by hand: which rule, counted from which day, gives which three dates. */
export type DeadlineCase = {
	id: string;
	calendar: CalendarName;
	rule: Rule;
	event: string;
	occurrence?: number;
	nominal: string;
	due: string;
	advised: string;
};

export const deadlineCases: DeadlineCase[] = [
	{
		id: 'D01',
		calendar: 'FR',
		rule: { after: 'event', count: 7, unit: 'day' },
		event: '2019-10-29',
		nominal: '2019-11-05',
		due: '2019-11-05',
		advised: '2019-11-05'
	},
	{
		id: 'D03',
		calendar: 'FR',
		rule: { following_week: 'event' },
		event: '2019-10-25',
		nominal: '2019-11-03',
		due: '2019-10-31',
		advised: '2019-10-31'
	},
	{
		id: 'D05',
		calendar: 'FR',
		rule: { after: 'event', count: 3, unit: 'month' },
		event: '2019-11-29',
		nominal: '2020-02-29',
		due: '2020-03-02',
		advised: '2020-03-02'
	},
	{
		id: 'D07',
		calendar: 'FR',
		rule: { after: 'event', count: 3, unit: 'month' },
		event: '2018-11-30',
		nominal: '2019-02-28',
		due: '2019-02-28',
		advised: '2019-02-28'
	},
	{
		id: 'D09',
		calendar: 'FR',
		rule: { strictly_before: 'event' },
		event: '2020-01-29',
		nominal: '2020-01-28',
		due: '2020-01-28',
		advised: '2020-01-28'
	},
	{
		id: 'D11',
		calendar: 'FR',
		rule: { strictly_before: '2020-06-30' },
		event: '2020-06-30',
		nominal: '2020-06-29',
		due: '2020-06-29',
		advised: '2020-06-29'
	},
	{
		id: 'D13',
		calendar: 'FR',
		rule: { before: 'event', count: 5, unit: 'day' },
		event: '2020-06-12',
		nominal: '2020-06-07',
		due: '2020-06-07',
		advised: '2020-06-05'
	},
	{
		id: 'D15',
		calendar: 'FR',
		rule: { before: 'event', count: 3, unit: 'day' },
		event: '2020-04-14',
		nominal: '2020-04-11',
		due: '2020-04-11',
		advised: '2020-04-10'
	},
	{
		id: 'D17',
		calendar: 'FR',
		rule: { before: 'event', count: 3, unit: 'working_day' },
		event: '2020-06-03',
		nominal: '2020-05-28',
		due: '2020-05-28',
		advised: '2020-05-28'
	},
	{
		id: 'D19',
		calendar: 'FR',
		rule: { weekly: 'friday' },
		event: '2020-05-01',
		nominal: '2020-05-01',
		due: '2020-04-30',
		advised: '2020-04-30'
	},
	{
		id: 'D21',
		calendar: 'FR',
		rule: { after: 'event', count: 2, unit: 'month' },
		event: '2019-12-31',
		nominal: '2020-02-29',
		due: '2020-03-02',
		advised: '2020-03-02'
	},
	{
		id: 'D23',
		calendar: 'FR',
		rule: { after: 'event', count: 10, unit: 'day' },
		event: '2021-12-21',
		nominal: '2021-12-31',
		due: '2021-12-31',
		advised: '2021-12-31'
	},
	{
		id: 'D25',
		calendar: 'FR',
		rule: { after: 'event', count: 7, unit: 'day' },
		event: '2020-04-24',
		nominal: '2020-05-01',
		due: '2020-05-04',
		advised: '2020-05-04'
	},
	{
		id: 'D27',
		calendar: 'FR',
		rule: { after: 'event', count: 5, unit: 'working_day' },
		event: '2020-04-29',
		nominal: '2020-05-07',
		due: '2020-05-07',
		advised: '2020-05-07'
	},
	{
		id: 'D29',
		calendar: 'FR',
		rule: { after: 'event', count: 5, unit: 'workable_day' },
		event: '2020-04-29',
		nominal: '2020-05-06',
		due: '2020-05-06',
		advised: '2020-05-06'
	},
	{
		id: 'D31',
		calendar: 'MA-public',
		rule: { working_day_of_month: 5, month_offset: 0 },
		event: '2023-05-01',
		nominal: '2023-05-08',
		due: '2023-05-08',
		advised: '2023-05-08'
	},
	{
		id: 'D33',
		calendar: 'MA-public',
		rule: { working_day_of_month: 5, month_offset: 0 },
		event: '2022-05-01',
		nominal: '2022-05-10',
		due: '2022-05-10',
		advised: '2022-05-10'
	},
	{
		id: 'D35',
		calendar: 'MA-public',
		rule: { working_day_of_month: 5, month_offset: 0, week: 'mon_sat' },
		event: '2022-10-01',
		nominal: '2022-10-06',
		due: '2022-10-06',
		advised: '2022-10-06'
	},
	{
		id: 'D37',
		calendar: 'MA-public',
		rule: { day_of_month: 10, month_offset: 1 },
		event: '2022-12-31',
		nominal: '2023-01-10',
		due: '2023-01-10',
		advised: '2023-01-10'
	},
	{
		id: 'D39',
		calendar: 'MA-public',
		rule: { strictly_before: 'event' },
		event: '2023-01-31',
		nominal: '2023-01-30',
		due: '2023-01-30',
		advised: '2023-01-30'
	},
	{
		id: 'D41',
		calendar: 'MA-public',
		rule: { after: 'event', count: 1, unit: 'month' },
		event: '2022-12-15',
		nominal: '2023-01-15',
		due: '2023-01-16',
		advised: '2023-01-16'
	},
	{
		id: 'D43',
		calendar: 'MA-public',
		rule: { every: 3, unit: 'month', from: 'event' },
		event: '2022-11-30',
		occurrence: 1,
		nominal: '2023-02-28',
		due: '2023-02-28',
		advised: '2023-02-28'
	},
	{
		id: 'D45',
		calendar: 'MA-public',
		rule: { every: 3, unit: 'month', from: 'event' },
		event: '2022-11-30',
		occurrence: 3,
		nominal: '2023-08-30',
		due: '2023-08-30',
		advised: '2023-08-30'
	},
	{
		id: 'D47',
		calendar: 'MA-public',
		rule: { before: 'event', count: 2, unit: 'month' },
		event: '2023-04-30',
		nominal: '2023-02-28',
		due: '2023-02-28',
		advised: '2023-02-28'
	},
	{
		id: 'D49',
		calendar: 'MA-public',
		rule: { before: 'event', count: 2, unit: 'month' },
		event: '2023-11-14',
		nominal: '2023-09-14',
		due: '2023-09-14',
		advised: '2023-09-14'
	},
	{
		id: 'D51',
		calendar: 'MA-public',
		rule: { after: 'event', count: 12, unit: 'month' },
		event: '2012-02-29',
		nominal: '2013-02-28',
		due: '2013-02-28',
		advised: '2013-02-28'
	},
	{
		id: 'D53',
		calendar: 'MA-public',
		rule: { strictly_before: 'event' },
		event: '2012-06-12',
		nominal: '2012-06-11',
		due: '2012-06-11',
		advised: '2012-06-11'
	},
	{
		id: 'D55',
		calendar: 'SN',
		rule: { after: 'event', count: 30, unit: 'day' },
		event: '1996-07-31',
		nominal: '1996-08-30',
		due: '1996-08-30',
		advised: '1996-08-30'
	},
	{
		id: 'D57',
		calendar: 'MA-public',
		rule: { by: 'event' },
		event: '2023-04-21',
		nominal: '2023-04-21',
		due: '2023-04-21',
		advised: '2023-04-21'
	},
	{
		id: 'D59',
		calendar: 'MA-public',
		rule: { after: 'event', count: 12, unit: 'month' },
		event: '2022-12-15',
		nominal: '2023-12-15',
		due: '2023-12-15',
		advised: '2023-12-15'
	}
];
