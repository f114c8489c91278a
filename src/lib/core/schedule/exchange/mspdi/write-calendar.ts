import type { Day } from '#core/calendar/days.ts';
import type { PlanCalendar } from '../plan.ts';
import { dayHours } from './fields.ts';
import type { XmlOut } from './xml.ts';

const hours: XmlOut = [
	'WorkingTimes',
	[
		[
			'WorkingTime',
			[
				['FromTime', dayHours.start],
				['ToTime', dayHours.noon]
			]
		],
		[
			'WorkingTime',
			[
				['FromTime', dayHours.back],
				['ToTime', dayHours.end]
			]
		]
	]
];

/** The mission's own calendar; each day off both as Project 2003 and as Project 2007 wrote it, as they do. */
export function calendars({ week, off }: PlanCalendar, name: string): XmlOut {
	const period = (day: Day): XmlOut => [
		'TimePeriod',
		[
			['FromDate', `${day}T00:00:00`],
			['ToDate', `${day}T23:59:00`]
		]
	];
	return [
		'Calendars',
		[
			[
				'Calendar',
				[
					['UID', 1],
					['Name', name],
					['IsBaseCalendar', true],
					['BaseCalendarUID', -1],
					[
						'WeekDays',
						[
							// Sunday is 1 there, and last here.
							...[6, 0, 1, 2, 3, 4, 5].map((weekday, i): XmlOut => {
								const works = week[weekday] === true;
								return [
									'WeekDay',
									[['DayType', i + 1], ['DayWorking', works], ...(works ? [hours] : [])]
								];
							}),
							...off.map(({ day }): XmlOut => [
								'WeekDay',
								[['DayType', 0], ['DayWorking', false], period(day)]
							])
						]
					],
					[
						'Exceptions',
						off.map(({ day, label }): XmlOut => [
							'Exception',
							[
								['EnteredByOccurrences', false],
								period(day),
								['Occurrences', 1],
								['Name', label.slice(0, 512)],
								['Type', 1],
								['DayWorking', false]
							]
						])
					]
				]
			]
		]
	];
}
