import type { Day } from '../../calendar/days.ts';
import type { DayLocale } from '../../calendar/format.ts';
import { isDone, standing, type Punctuality } from '../punctuality.ts';
import { isPoint, type Holiday, type ScheduleItem } from '../types.ts';
import type { Link } from '../network/types.ts';
import { dayNumber } from './day-number.ts';
import type { Box } from './route.ts';
import { DAY_WIDTH, rangeOf, type Range, type Span, type Zoom } from './scale.ts';
import type { TickWords } from './ticks.ts';

/** What the picture says, in the reader's language. */
export interface ScheduleSvgWords extends TickWords {
	name: (item: ScheduleItem) => string;
	/** The whole line as a sentence. */
	line: (item: ScheduleItem, today: Day) => string;
	/** Sign and words of its state, to stand beside a bar; empty where there is nothing to say. */
	state: (item: ScheduleItem, today: Day) => string;
	link: (link: Link, from: ScheduleItem, to: ScheduleItem, broken: boolean) => string;
	today: (day: Day) => string;
	holiday: (holiday: Holiday) => string;
	baseline: (span: Span) => string;
	pin: (item: ScheduleItem, day: Day) => string;
	description: (count: number, span: Span) => string;
	critical: string;
	legend: Record<
		| 'task'
		| 'phase'
		| 'milestone'
		| 'pin'
		| 'today'
		| 'off'
		| 'link'
		| 'broken'
		| 'baseline'
		| 'critical',
		string
	> &
		Record<'late' | 'soon' | 'done', string>;
}

/** What `scheduleSvg` draws. */
export interface ScheduleSvgInput {
	/** In the order of the rows. */
	rows: readonly ScheduleItem[];
	links: readonly Link[];
	/** Where the lines stood in the baseline; null for none. */
	baseline: Readonly<Record<string, Span>> | null;
	/** A period the scale holds besides that of its rows, so that the pages of one schedule have one scale. */
	within?: Span;
	/** Ids of the lines of the critical path; null when it is not asked for. */
	critical: ReadonlySet<string> | null;
	today: Day;
	holidays: readonly Holiday[];
	locale: DayLocale;
	/** Pixels of the whole picture, names included; the period is fitted into it. */
	width: number;
	title: string;
	words: ScheduleSvgWords;
}

export const SIZE = { row: 28, bar: 14, header: 44, title: 40, text: 12, legend: 22, edge: 12 } as const;

/** Light values of the screen's own tokens: paper is always white. */
export const INK = {
	ink: '#1b1d22',
	muted: '#545861',
	line: '#dad6cc',
	strong: '#7b766b',
	sunken: '#f1efe9',
	off: '#d3cfc6',
	accent: '#1f4e8c',
	surface: '#ffffff'
} as const;

export const HUES: Record<Punctuality, { hue: string; wash: string; done: string }> = {
	late: { hue: '#a8231b', wash: '#fbeae8', done: '#e0aaa6' },
	soon: { hue: '#825000', wash: '#fbf0dc', done: '#d4bd96' },
	ontime: { hue: '#0b6269', wash: '#e2f2f2', done: '#9dc4c6' },
	done: { hue: '#2b6431', wash: '#e7f2e6', done: '#abc5ac' }
};

/** One row as it will be drawn. */
export interface Shape extends Box {
	item: ScheduleItem;
	index: number;
	state: Punctuality;
	filled: boolean;
	critical: boolean;
}

export interface Plan {
	range: Range;
	zoom: Zoom;
	dayWidth: number;
	/** Where the time scale begins and ends. */
	left: number;
	right: number;
	/** Where the rows begin and end. */
	top: number;
	bottom: number;
	shapes: Shape[];
	x: (day: Day) => number;
}

/** The scale whose columns come nearest to what there is room for. */
function zoomFor(dayWidth: number): Zoom {
	if (dayWidth >= 20) return 'day';
	if (dayWidth * 7 >= 28) return 'week';
	if (dayWidth * 30 >= 30) return 'month';
	return dayWidth * 91 >= 24 ? 'quarter' : 'year';
}

/** What decides where everything goes. */
export type PlanInput = Pick<
	ScheduleSvgInput,
	'rows' | 'baseline' | 'critical' | 'today' | 'width' | 'within'
> & { words: Pick<ScheduleSvgWords, 'name'> };

/** Where everything goes. */
export function planOf(input: PlanInput): Plan {
	const { rows, baseline, critical, today, words } = input;
	const width = Math.min(20_000, Math.max(480, input.width));
	const longest = rows.reduce((most, item) => Math.max(most, words.name(item).length), 12);
	const left = SIZE.edge + Math.min(Math.round(width * 0.28), 28 + Math.ceil(longest * 6.4));
	const right = width - SIZE.edge;
	// The widest margin that the scale in use asks for: the scale depends on it, so it is found in two steps.
	const spans: Span[] = rows.flatMap(({ id }) => baseline?.[id] ?? []);
	if (input.within) spans.push(input.within);
	const rough = rangeOf(rows, today, 'week', 0, spans);
	const zoom = zoomFor((right - left) / (dayNumber(rough.to) - dayNumber(rough.from) + 1));
	const range = rangeOf(rows, today, zoom, 0, spans);
	const origin = dayNumber(range.from);
	const dayWidth = (right - left) / (dayNumber(range.to) - origin + 1);
	const top = SIZE.title + SIZE.header;
	const x = (day: Day) => Math.round((left + (dayNumber(day) - origin) * dayWidth) * 100) / 100;
	const shapes = rows.map((item, index): Shape => {
		const point = isPoint(item);
		const middle = top + index * SIZE.row + SIZE.row / 2 - (baseline ? 2 : 0);
		const centre = x(item.startsOn) + dayWidth / 2;
		const { state, beyondLimit } = standing(item, today);
		return {
			item,
			index,
			middle,
			point,
			half: SIZE.bar / 2,
			start: point ? centre - 7 : x(item.startsOn),
			end: point ? centre + 7 : Math.max(x(item.endsOn) + dayWidth, x(item.startsOn) + 2),
			state: beyondLimit && state !== 'done' ? 'late' : state,
			filled: isDone(item),
			critical: critical?.has(item.id) ?? false
		};
	});
	return { range, zoom, dayWidth, left, right, top, bottom: top + rows.length * SIZE.row, shapes, x };
}

/** Narrower than this a scale of days is a scale of hairs. */
export const NARROWEST = DAY_WIDTH.quarter;
