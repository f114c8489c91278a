import { levels, type Axis } from '#core/reports/body.ts';
import { m } from '$lib/i18n/paraglide/messages.js';

export type Level = (typeof levels)[number];
export type Grade = 'low' | 'medium' | 'high';

const axis = {
	delays: m.report_axis_delays,
	scope: m.report_axis_scope,
	resources: m.report_axis_resources,
	risks: m.report_axis_risks
};
const level = {
	sun: () => m.report_level({ word: m.ui_weather_sun(), means: m.ui_weather_sun_means() }),
	cloud: () => m.report_level({ word: m.ui_weather_cloud(), means: m.ui_weather_cloud_means() }),
	storm: () => m.report_level({ word: m.ui_weather_storm(), means: m.ui_weather_storm_means() })
};
const grade = { low: m.report_grade_low, medium: m.report_grade_medium, high: m.report_grade_high };

export const axisWords = (a: Axis): string => axis[a]();
export const gradeWords = (g: Grade): string => grade[g]();
export const levelOptions = () => levels.map((value) => ({ value, label: level[value]() }));
export const gradeOptions = () =>
	(['low', 'medium', 'high'] as const).map((value) => ({ value, label: grade[value]() }));
