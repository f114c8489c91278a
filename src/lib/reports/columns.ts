import type { ReportBody } from '#core/reports/body.ts';
import { m } from '$lib/i18n/paraglide/messages.js';

/** One column of a block of rows: the name its inputs post under, and what it holds. */
export interface RowColumn<T> {
	key: keyof T & string;
	name: string;
	label: string;
	kind?: 'text' | 'grade' | 'days';
	/** Width among its neighbours. */
	class?: string;
	/** Lines shown of a text. */
	rows?: number;
}

type Item<K extends 'missed' | 'blocked' | 'risks' | 'days'> = ReportBody[K][number];
const wide = 'grow basis-64';
const narrow = 'grow basis-36';

export const missedColumns = (): RowColumn<Item<'missed'>>[] => [
	{ key: 'what', name: 'missed_what', label: m.report_missed_what(), class: wide },
	{ key: 'why', name: 'missed_why', label: m.report_why(), class: wide }
];
export const blockedColumns = (): RowColumn<Item<'blocked'>>[] => [
	{ key: 'what', name: 'blocked_what', label: m.report_missed_what(), class: wide },
	{ key: 'why', name: 'blocked_why', label: m.report_why(), class: wide },
	{ key: 'owner', name: 'blocked_owner', label: m.report_owner(), class: narrow }
];
export const riskColumns = (): RowColumn<Item<'risks'>>[] => [
	{ key: 'risk', name: 'risk_text', label: m.report_risk(), class: wide },
	{ key: 'probability', name: 'risk_probability', label: m.report_probability(), kind: 'grade' },
	{ key: 'impact', name: 'risk_impact', label: m.report_impact(), kind: 'grade' },
	{ key: 'response', name: 'risk_response', label: m.report_response(), class: wide },
	{ key: 'owner', name: 'risk_owner', label: m.report_owner(), class: narrow }
];
export const dayColumns = (): RowColumn<Item<'days'>>[] => [
	{ key: 'profile', name: 'days_profile', label: m.report_profile(), class: wide, rows: 1 },
	{ key: 'sold', name: 'days_sold', label: m.report_days_sold(), kind: 'days', class: 'w-28' },
	{ key: 'week', name: 'days_week', label: m.report_days_week(), kind: 'days', class: 'w-28' }
];
