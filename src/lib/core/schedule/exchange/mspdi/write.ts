import type { Day } from '#core/calendar/days.ts';
import type { Plan } from '../plan.ts';
import { dayHours, MINUTES_PER_DAY, ownFields } from './fields.ts';
import { resourcesOf, type Resource } from './resources.ts';
import { calendars } from './write-calendar.ts';
import { at, task } from './write-task.ts';
import { written, type XmlOut } from './xml.ts';

const resources = (found: readonly Resource[]): XmlOut => [
	'Resources',
	found.map(({ uid, name, group }): XmlOut => [
		'Resource',
		[
			['UID', uid],
			['ID', uid],
			['Name', name],
			['Type', 1],
			['IsNull', false],
			['Group', group]
		]
	])
];

/**
 * A schedule in the Project XML Data Interchange format (mspdi_pj12.xsd, Project 2007 and later), its elements in the
 * order of that schema. Days have no time zone there: a day starts at 8 and ends at 17 o'clock. Phases are the summary
 * tasks of their lines; a line without both its days cannot be told in this format and is left out.
 */
export function writeMspdi({ title, rows, links, calendar }: Plan): string {
	const dated = rows.filter(({ startsOn, endsOn }) => startsOn !== null && endsOn !== null);
	const there = new Set(dated.map(({ key }) => key));
	const before = Map.groupBy(
		links.filter(({ from, to }) => there.has(from) && there.has(to)),
		({ to }) => to
	);
	const first = dated.reduce<Day | null>(
		(day, { startsOn }) => (day && day < startsOn! ? day : startsOn),
		null
	);
	const last = dated.reduce<Day | null>((day, { endsOn }) => (day && day > endsOn! ? day : endsOn), null);
	const { found, assignments } = resourcesOf(dated);
	let [top, below] = [0, 0];
	let phase: string | null = null;
	const tasks = dated.map((row, i) => {
		const isChild = phase !== null && row.kind !== 'phase' && row.under?.[0]?.id === phase;
		if (isChild) below++;
		else {
			top++;
			below = 0;
			phase = row.kind === 'phase' ? row.id : null;
		}
		const outline = isChild ? `${top}.${below}` : String(top);
		return task(row, i, outline, before.get(row.key) ?? [], calendar);
	});
	const project: XmlOut[] = [
		['SaveVersion', 12],
		['Name', title.slice(0, 255)],
		['Title', title.slice(0, 512)],
		['ScheduleFromStart', true],
		['StartDate', first && at(first, dayHours.start)],
		['FinishDate', last && at(last, dayHours.end)],
		['CalendarUID', 1],
		['DefaultStartTime', dayHours.start],
		['DefaultFinishTime', dayHours.end],
		['MinutesPerDay', MINUTES_PER_DAY],
		['MinutesPerWeek', MINUTES_PER_DAY * 5],
		['DaysPerMonth', 20],
		['DurationFormat', 7],
		['NewTasksEffortDriven', false],
		['WeekStartDay', 1],
		[
			'ExtendedAttributes',
			Object.values(ownFields).map(({ id, name, alias }): XmlOut => [
				'ExtendedAttribute',
				[
					['FieldID', id],
					['FieldName', name],
					['Alias', alias]
				]
			])
		],
		calendars(calendar, title.slice(0, 512)),
		['Tasks', tasks],
		resources(found),
		[
			'Assignments',
			assignments.map(({ task: key, resource }, i): XmlOut => [
				'Assignment',
				[
					['UID', i + 1],
					['TaskUID', Number(key)],
					['ResourceUID', resource],
					['Units', 1]
				]
			])
		]
	];
	return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Project xmlns="http://schemas.microsoft.com/project">\n${written(project, 1)}</Project>\n`;
}
