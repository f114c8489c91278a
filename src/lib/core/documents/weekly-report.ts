import { z } from 'zod';
import { build } from './build.ts';
import { amount, optional, or, paragraphs, parties, required, rows } from './fields.ts';
import { axisWeather, weather } from './weather.ts';

const dayCounts = { sold: amount, week: amount, consumed: amount, remaining: amount };

/** The weekly report of one ISO week, as the contractor files it. */
export const weeklyReportModel = z.strictObject({
	...parties,
	report: z.strictObject({
		reference: required,
		/** ISO week in words: « Semaine 44 de 2019 ». */
		week: required,
		/** « du lun. 28 oct. au dim. 3 nov. 2019 ». */
		period: required,
		author: required,
		state: required,
		filed: optional,
		version: or('1')
	}),
	/** One line per recipient. */
	recipients: z
		.array(z.strictObject({ name: required, organisation: z.string().nullish() }))
		.default([])
		.transform((people) =>
			people.map(({ name, organisation }) => [name, organisation].filter(Boolean).join(', '))
		)
		.pipe(z.array(z.string())),
	weather,
	axes: z.array(axisWeather).default([]),
	highlights: paragraphs,
	/** One line each. */
	done: paragraphs,
	missed: rows({ what: required, why: optional }),
	next: paragraphs,
	blocked: rows({ what: required, why: optional, owner: optional }),
	deliverables: rows({
		code: required,
		title: required,
		due: optional,
		standing: optional
	}),
	meetings: rows({ date: required, subject: required, place: optional, standing: optional }),
	risks: rows({
		risk: required,
		probability: optional,
		impact: optional,
		response: optional,
		owner: optional
	}),
	alerts: paragraphs,
	days: rows({ profile: required, ...dayCounts }),
	/** Totals of `days`, counted by the caller who knows the figures; dashes when absent. */
	total: z.strictObject(dayCounts).prefault({}),
	actions: rows({ number: required, action: required, owner: optional, due: optional, standing: optional })
});

export type WeeklyReportInput = z.input<typeof weeklyReportModel>;
export type WeeklyReportModel = z.output<typeof weeklyReportModel>;

/**
 * Makes the weekly report's view model; dates arrive formatted for the reader, days as numbers or texts.
 * @throws DocumentError naming each missing or unknown field
 */
export function buildWeeklyReport(input: WeeklyReportInput): WeeklyReportModel {
	return build(weeklyReportModel, input);
}
