import { z } from 'zod';
import { calendarNames, type CalendarName } from '../calendar/calendar.ts';
import { isDay, type Day } from '../calendar/days.ts';
import { weekdays } from '../calendar/rules/schema.ts';
import { regimeNames, type RegimeName } from '../contract/regimes/types.ts';

export const cadences = ['phase_end', 'monthly', 'quarterly'] as const;
export const phaseUnits = ['week', 'month', 'year'] as const;
/** The most rows the form reads; a longer contract is a file. */
export const maxRows = { phases: 12, deliverables: 40 };

/** A simple project as the step by step form asks for it. */
export type Steps = {
	title: string;
	short: string;
	client: string;
	contractor: string;
	regime: RegimeName;
	calendar: CalendarName;
	/** Null: to be set later. */
	startOn: Day | null;
	phases: { title: string; count: number; unit: (typeof phaseUnits)[number] }[];
	committee: { title: string; chair: string; cadence: (typeof cadences)[number] } | null;
	/** `due` null: at the end of its phase. */
	deliverables: { title: string; phase: number; due: Day | null }[];
	weekly: (typeof weekdays)[number] | null;
};

type Fields = Record<string, unknown>;

const text = (fields: Fields, name: string) => {
	const value = fields[name];
	return typeof value === 'string' ? value.trim() : '';
};
const among = <T extends string>(list: readonly T[], value: string): T | null =>
	list.find((one) => one === value) ?? null;

/**
 * The form's flat fields (`phase_title_0`, `phase_count_0`, …) as a project. Rows without a title are left out; each
 * fault is reported on its own field, with a code of the message catalogue.
 */
export const stepsInput = z.record(z.string(), z.unknown()).transform((fields, ctx): Steps => {
	const fault = (field: string, message: string) =>
		void ctx.issues.push({ code: 'custom', input: fields[field], path: [field], message });
	const needed = (field: string, longest: number) => {
		const value = text(fields, field);
		if (value === '') fault(field, 'field_missing');
		else if (value.length > longest) fault(field, 'too_long');
		return value;
	};
	const day = (field: string): Day | null => {
		const value = text(fields, field);
		if (value === '') return null;
		if (!isDay(value)) fault(field, 'date_out_of_range');
		return value;
	};

	const phases: Steps['phases'] = [];
	/** Where the n-th row of the form went, for rows that were left empty in between. */
	const placed = new Map<string, number>();
	for (let i = 0; i < maxRows.phases; i++) {
		if (text(fields, `phase_title_${i}`) === '') continue;
		const title = needed(`phase_title_${i}`, 300);
		const count = Number(text(fields, `phase_count_${i}`));
		if (!Number.isInteger(count) || count < 1 || count > 120) fault(`phase_count_${i}`, 'count_missing');
		const unit = among(phaseUnits, text(fields, `phase_unit_${i}`));
		if (!unit) fault(`phase_unit_${i}`, 'choice_missing');
		placed.set(String(i), phases.length);
		phases.push({ title, count, unit: unit ?? 'month' });
	}
	if (phases.length === 0) fault('phase_title_0', 'field_missing');

	const deliverables: Steps['deliverables'] = [];
	for (let i = 0; i < maxRows.deliverables; i++) {
		if (text(fields, `deliverable_title_${i}`) === '') continue;
		const title = needed(`deliverable_title_${i}`, 300);
		const phase = placed.get(text(fields, `deliverable_phase_${i}`));
		if (phase === undefined) fault(`deliverable_phase_${i}`, 'unknown_phase');
		deliverables.push({ title, phase: phase ?? 0, due: day(`deliverable_due_${i}`) });
	}

	const body = text(fields, 'committee_title');
	const weekly = text(fields, 'weekly');
	const regime = among(regimeNames, text(fields, 'regime'));
	const calendar = among(calendarNames, text(fields, 'calendar'));
	if (!regime) fault('regime', 'choice_missing');
	if (!calendar) fault('calendar', 'choice_missing');
	const title = needed('title', 300);
	const short = text(fields, 'short');
	if (short.length > 80) fault('short', 'too_long');
	return {
		title,
		short: short || title.slice(0, 80),
		client: needed('client', 200),
		contractor: needed('contractor', 200),
		regime: regime ?? 'unknown',
		calendar: calendar ?? 'FR',
		startOn: day('startOn'),
		phases,
		committee:
			body === ''
				? null
				: {
						title: needed('committee_title', 300),
						chair: needed('committee_chair', 300),
						cadence: among(cadences, text(fields, 'committee_cadence')) ?? 'phase_end'
					},
		deliverables,
		weekly: among(weekdays, weekly)
	};
});
