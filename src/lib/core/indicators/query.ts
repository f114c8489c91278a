import { addDays, isDay, type Day } from '../calendar/days.ts';
import type { Grain } from './periods.ts';
import type { Indicator } from './types.ts';
import { quantitiesOf, quantityOf } from './quantities.ts';

export const spans = ['month', 'quarter', 'all'] as const;
export type Span = (typeof spans)[number];

/** What the page of an indicator shows, kept in its address. */
export type IndicatorQuery = {
	/** The threshold it is judged by: its place in the contract. */
	t: number;
	span: Span;
	/** What is typed: which quantity, over which periods, of which day. */
	quantity: string;
	grain: Grain;
	day: Day;
	/** Hours of the slots, in minutes of the day. */
	hours: { from: number; to: number; step: number };
};

const clock = (text: string | null, or: number): number => {
	const match = /^([01]?\d|2[0-4]):(00|30)$/.exec(text ?? '');
	const at = match ? Number(match[1]) * 60 + Number(match[2]) : or;
	return at > 24 * 60 ? or : at;
};

/** What is not in the address, or means nothing there, is what most people want. */
export function readIndicatorQuery(
	params: URLSearchParams,
	indicator: Indicator,
	today: Day
): IndicatorQuery {
	const asked = Number(params.get('t') ?? 0);
	const t = Number.isInteger(asked) && indicator.thresholds[asked] ? asked : 0;
	const threshold = indicator.thresholds[t];
	const quantities = quantitiesOf(indicator);
	const own = threshold ? quantityOf(indicator, threshold) : quantities[0]!;
	const quantity = quantities.find(({ key }) => key === params.get('q')) ?? own;
	const grain = quantity.grains.find((one) => one === params.get('grain')) ?? quantity.grains[0]!;
	const span =
		spans.find((one) => one === params.get('span')) ??
		(threshold?.period === 'slot' ? 'month' : 'quarter');
	const day = params.get('day');
	const from = clock(params.get('from'), 8 * 60);
	const to = clock(params.get('to'), 20 * 60);
	return {
		t,
		span,
		quantity: quantity.key,
		grain,
		day: isDay(day) && day <= today ? day : today,
		hours: {
			...(from < to ? { from, to } : { from: 8 * 60, to: 20 * 60 }),
			step: params.get('step') === '30' ? 30 : 60
		}
	};
}

/** The first day a span shows; null for everything. */
export const spanStart = (span: Span, today: Day): Day | null =>
	span === 'all' ? null : addDays(today, span === 'month' ? -29 : -91);
