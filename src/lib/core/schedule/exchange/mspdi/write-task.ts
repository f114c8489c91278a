import { addDays, diffDays, type Day } from '#core/calendar/days.ts';
import type { PlanCalendar, PlanLink, PlanRow, Span } from '../plan.ts';
import { workdays } from '../workdays.ts';
import { dayHours, FREE, linkTypes, MINUTES_PER_DAY, ownFields } from './fields.ts';
import { writeLag } from './lag.ts';
import type { XmlOut } from './xml.ts';

export const at = (day: Day, hour: string): string => `${day}T${hour}`;

/** One task's days, hours and duration. Days that are not worked are kept by counting them as they pass. */
function times(
	span: Span,
	isPoint: boolean,
	calendar: PlanCalendar
): { start: string; end: string; hours: number; format: number } {
	const { startsOn, endsOn } = span;
	const end = at(endsOn, dayHours.end);
	if (isPoint) return { start: at(startsOn, dayHours.end), end, hours: 0, format: 7 };
	const start = at(startsOn, dayHours.start);
	const isWorked = workdays(calendar);
	// The last day there is has no morning after.
	if ((isWorked(startsOn) && isWorked(endsOn)) || endsOn >= '2199-12-31') {
		return { start, end, hours: isWorked.count(startsOn, endsOn) * (MINUTES_PER_DAY / 60), format: 7 };
	}
	const days = diffDays(startsOn, endsOn) + 1;
	return { start, end: at(addDays(endsOn, 1), dayHours.start), hours: days * 24, format: 8 };
}

function constraintOf(row: PlanRow, start: string): XmlOut[] {
	if (row.kind === 'phase') return [['ConstraintType', 0]];
	const fixed = row.kind === 'meeting' || row.limitOn != null;
	if (fixed || row.constraint?.kind === 'must_start') {
		const day = row.constraint?.kind === 'must_start' ? at(row.constraint.day, dayHours.start) : start;
		return [
			['ConstraintType', 2],
			['ConstraintDate', day]
		];
	}
	const day = row.constraint?.kind === 'not_before' ? at(row.constraint.day, dayHours.start) : start;
	return [
		['ConstraintType', 4],
		['ConstraintDate', day]
	];
}

const natureOf = (row: PlanRow): string | null =>
	row.kind === 'task' && row.constraint?.kind !== 'not_before' && row.constraint?.kind !== 'must_start'
		? FREE
		: row.kind;

/** The elements of a task in the order of the schema, which is a sequence. */
export function task(
	row: PlanRow,
	at0: number,
	outline: string,
	links: readonly PlanLink[],
	calendar: PlanCalendar
): XmlOut {
	const isPoint = row.kind === 'milestone' || row.kind === 'meeting';
	const span = { startsOn: row.startsOn!, endsOn: row.endsOn! };
	const { start, end, hours, format } = times(span, isPoint, calendar);
	const deadline = row.constraint?.kind === 'not_after' ? row.constraint.day : row.limitOn;
	const own = (field: keyof typeof ownFields, value: string | null): XmlOut[] =>
		value === null
			? []
			: [
					[
						'ExtendedAttribute',
						[
							['FieldID', ownFields[field].id],
							['Value', value]
						]
					]
				];
	return [
		'Task',
		[
			['UID', Number(row.key)],
			['ID', at0 + 1],
			['Name', row.title],
			['Type', 1],
			['IsNull', false],
			['WBS', outline],
			['OutlineNumber', outline],
			['OutlineLevel', outline.split('.').length],
			['Priority', 500],
			['Start', start],
			['Finish', end],
			['Duration', `PT${hours}H0M0S`],
			['DurationFormat', format],
			['EffortDriven', false],
			['Estimated', false],
			['Milestone', isPoint],
			['Summary', row.kind === 'phase'],
			['PercentComplete', row.progress ?? 0],
			['ActualStart', row.actualStart && moment(row.actualStart, isPoint ? 'end' : 'start')],
			['ActualFinish', row.actualEnd && moment(row.actualEnd, 'end')],
			...constraintOf(row, start).slice(0, 1),
			['CalendarUID', -1],
			...constraintOf(row, start).slice(1),
			['Deadline', deadline && moment(deadline, 'end')],
			['Notes', row.notes],
			...links.map((link): XmlOut => [
				'PredecessorLink',
				[
					['PredecessorUID', Number(link.from)],
					['Type', linkTypes.indexOf(link.type)],
					['CrossProject', false],
					['LinkLag', writeLag(link.lag, link.lagUnit).linkLag],
					['LagFormat', writeLag(link.lag, link.lagUnit).lagFormat]
				]
			]),
			...own('mark', row.id),
			...own('code', row.code),
			...own('nature', natureOf(row)),
			...baseline(row.baseline, isPoint)
		]
	];
}

const moment = (day: Day, edge: 'start' | 'end'): string => at(day, dayHours[edge]);

const baseline = (span: Span | null | undefined, isPoint: boolean): XmlOut[] =>
	span
		? [
				[
					'Baseline',
					[
						['Number', 0],
						['Interim', false],
						['Start', moment(span.startsOn, isPoint ? 'end' : 'start')],
						['Finish', moment(span.endsOn, 'end')]
					]
				]
			]
		: [];
