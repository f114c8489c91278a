import { isDay } from '#core/calendar/days.ts';
import type { Values } from './edit.ts';
import type { ScheduleItem } from './types.ts';

/** What can be wrong with a change, before it is sent; the screen has one sentence for each. */
export type EditFaultCode =
	| 'not_a_day'
	| 'out_of_range'
	| 'end_before_start'
	| 'milestone_two_days'
	| 'progress'
	| 'title_empty'
	| 'title_long'
	| 'dates_fixed';

export interface EditFault {
	field: keyof Values;
	code: EditFaultCode;
}

export const FIRST_DAY = '1900-01-01';
export const LAST_DAY = '2199-12-31';
export const TITLE_MAX = 300;

const SHAPE = /^(\d{4,6})-\d{2}-\d{2}$/;

function dayFault(field: 'startsOn' | 'endsOn', value: string): EditFault | null {
	if (isDay(value)) return null;
	const year = Number(SHAPE.exec(value)?.[1] ?? Number.NaN);
	return { field, code: year < 1900 || year >= 2200 ? 'out_of_range' : 'not_a_day' };
}

function valueFaults(values: Values): EditFault[] {
	const faults: EditFault[] = [];
	if (!Number.isInteger(values.progress) || values.progress < 0 || values.progress > 100) {
		faults.push({ field: 'progress', code: 'progress' });
	}
	if (values.title.trim() === '') faults.push({ field: 'title', code: 'title_empty' });
	if (values.title.length > TITLE_MAX) faults.push({ field: 'title', code: 'title_long' });
	return faults;
}

/**
 * What is wrong with the wanted values of a line, field by field; nothing when all is well.
 * Years run from 1900 up to 2200, as everywhere in the calendar.
 */
export function checkEdit(item: ScheduleItem, wanted: Values): EditFault[] {
	const days = [dayFault('startsOn', wanted.startsOn), dayFault('endsOn', wanted.endsOn)].filter(
		(fault) => fault !== null
	);
	const moved = wanted.startsOn !== item.startsOn || wanted.endsOn !== item.endsOn;
	if (days.length === 0 && moved) {
		if (item.fixedByContract || item.kind === 'phase' || item.kind === 'meeting')
			days.push({ field: 'startsOn', code: 'dates_fixed' });
		else if (wanted.endsOn < wanted.startsOn) days.push({ field: 'endsOn', code: 'end_before_start' });
		else if (item.kind === 'milestone' && wanted.endsOn !== wanted.startsOn) {
			days.push({ field: 'endsOn', code: 'milestone_two_days' });
		}
	}
	return [...days, ...valueFaults(wanted)];
}
