import type { Day } from '../../calendar/days.ts';
import { isDone, standing } from '../punctuality.ts';
import type { ScheduleItem } from '../types.ts';
import type { Span } from './scale.ts';
import { group, picture, type Mark } from './slide-marks.ts';
import { HUES, INK, planOf, SIZE, type Plan, type Shape } from './svg-scene.ts';
import { fitted, widthAbout } from './svg-text.ts';
import { ticksOf, type TickWords } from './ticks.ts';

/** What a slide draws of a schedule, and in which words. */
export interface SlidePictureInput {
	/** The rows of this slide, and those of all the slides, which share one scale. */
	rows: readonly ScheduleItem[];
	all: readonly ScheduleItem[];
	baseline: Readonly<Record<string, Span>> | null;
	today: Day;
	words: TickWords & {
		name: (item: ScheduleItem) => string;
		state: (item: ScheduleItem, today: Day) => string;
		today: string;
		legend: Record<'task' | 'late' | 'milestone' | 'baseline' | 'limit', string>;
	};
}

/** Pixels across the text of a slide: 12 of them are a letter of ten and a half points. */
const WIDTH = 1030;

function scaleMarks(plan: Plan, { words }: SlidePictureInput): Mark[] {
	const { left, right, top, bottom, dayWidth, range, zoom } = plan;
	const marks: Mark[] = [];
	let [free, taken] = [left, left];
	for (const tick of ticksOf(range, zoom, words)) {
		const x = left + tick.offset * dayWidth;
		if (!tick.carried)
			marks.push({ kind: 'line', x, y: top - (tick.strong ? SIZE.header : SIZE.header / 2), height: bottom - top + (tick.strong ? SIZE.header : SIZE.header / 2), colour: tick.strong ? '#aba69c' : INK.line }); // prettier-ignore
		const upper = widthAbout(tick.upper, 12, true);
		if (tick.upper && x + 4 >= free && x + upper + 8 <= right) {
			free = x + upper + 10;
			marks.push({ kind: 'text', x: x + 3, y: top - SIZE.header, width: upper + 14, height: 20, text: tick.upper, size: 11, bold: true }); // prettier-ignore
		}
		const lower = widthAbout(tick.lower, 11);
		if (tick.lower && x + 2 >= taken && x + lower + 4 <= right) {
			taken = x + lower + 6;
			marks.push({ kind: 'text', x: x + 2, y: top - 20, width: lower + 12, height: 18, text: tick.lower, size: 10, colour: INK.muted }); // prettier-ignore
		}
	}
	marks.push({ kind: 'rect', x: 0, y: top - 0.5, width: right, height: 1, fill: INK.strong });
	return marks;
}

function barMarks({ item, start, end, middle, half, state, filled, point }: Shape, name: string): Mark[] {
	const { hue, wash, done } = HUES[state];
	if (point)
		return [{ kind: 'diamond', x: start, y: middle - 7, width: 14, height: 14, fill: filled ? hue : INK.surface, line: hue, name }]; // prettier-ignore
	const width = end - start;
	const part = (width * item.progress) / 100;
	const thin = item.kind === 'phase';
	const box = thin ? { y: middle - 5, height: 9 } : { y: middle - half, height: half * 2 };
	return [
		{ kind: 'rect', x: start, width, ...box, fill: thin ? done : wash, line: hue, dash: state === 'late' && !thin, name }, // prettier-ignore
		...(part > 0.5
			? [{ kind: 'rect' as const, x: start, width: part, ...box, fill: thin ? hue : done }]
			: [])
	];
}

function rowMarks(plan: Plan, shape: Shape, input: SlidePictureInput): Mark[] {
	const { item, middle, half, start, end, point } = shape;
	const phase = item.kind === 'phase';
	const indent = phase || item.phaseId === null ? 0 : 14;
	const name = input.words.name(item);
	const marks: Mark[] = [
		{ kind: 'text', x: indent, y: middle - 13, width: plan.left - indent - 4, height: 26, text: fitted(name, plan.left - indent - 16, 12, phase), size: 11, bold: phase }, // prettier-ignore
		...barMarks(shape, name)
	];
	const then = input.baseline?.[item.id];
	if (then) {
		const x = plan.x(then.startsOn);
		const width = point ? 5 : Math.max(2, plan.x(then.endsOn) + plan.dayWidth - x);
		if (!(point && Math.abs(x + plan.dayWidth / 2 - (start + end) / 2) < 1))
			marks.push({ kind: 'rect', x: point ? x + plan.dayWidth / 2 - 2.5 : x, y: middle + half + 2, width, height: 3, fill: INK.strong }); // prettier-ignore
	}
	const limit = item.limitOn;
	if (limit !== null && limit >= plan.range.from && limit <= plan.range.to)
		marks.push({ kind: 'line', x: plan.x(limit) + (point ? plan.dayWidth / 2 : plan.dayWidth), y: middle - 11, height: 22, colour: INK.ink, thick: true }); // prettier-ignore
	const said = input.words.state(item, input.today);
	if (said) {
		const width = widthAbout(said, 11) + 14;
		const after = end + 4 + width <= plan.right;
		marks.push({ kind: 'text', x: after ? end + 4 : Math.max(plan.left, start - width - 2), y: middle - 8, width: width - 8, height: 16, text: said, size: 10, fill: phase ? INK.sunken : INK.surface, colour: standing(item, input.today).state === 'late' && !isDone(item) ? HUES.late.hue : INK.ink }); // prettier-ignore
	}
	return marks;
}

function legendMarks(plan: Plan, { words: { legend }, baseline, rows, all }: SlidePictureInput): Mark[] {
	const y = plan.bottom + 8;
	let x = 0;
	const marks: Mark[] = [];
	const say = (text: string) => {
		const width = widthAbout(text, 11) + 16;
		marks.push({
			kind: 'text',
			x: x + 22,
			y: y - 3,
			width,
			height: 20,
			text,
			size: 10,
			colour: INK.muted
		});
		x += 22 + width + 10;
	};
	const box = { kind: 'rect' as const, y: y + 2, height: 10 };
	marks.push({ ...box, x, width: 20, fill: HUES.ontime.wash, line: HUES.ontime.hue }, { ...box, x, width: 10, fill: HUES.ontime.done }); // prettier-ignore
	say(legend.task);
	marks.push({ ...box, x, width: 20, fill: HUES.late.wash, line: HUES.late.hue, dash: true });
	say(legend.late);
	marks.push({
		kind: 'diamond',
		x: x + 4,
		y,
		width: 13,
		height: 13,
		fill: INK.surface,
		line: HUES.ontime.hue
	});
	say(legend.milestone);
	if (baseline) {
		marks.push({ kind: 'rect', x, y: y + 6, width: 20, height: 3, fill: INK.strong });
		say(legend.baseline);
	}
	if ([...rows, ...all].some(({ limitOn }) => limitOn !== null)) {
		marks.push({ kind: 'line', x: x + 10, y, height: 14, colour: INK.ink, thick: true });
		say(legend.limit);
	}
	return marks;
}

/**
 * The schedule as shapes of a slide (DrawingML, ECMA-376 part 1, 20.1): sharp at any size, and a person may move or
 * colour each. It has the place of a slide's text.
 */
export function slidePicture(input: SlidePictureInput): string {
	const { all, baseline, today, words } = input;
	const days = all.flatMap(({ id, startsOn, endsOn, limitOn }) => {
		const then = baseline?.[id];
		return [startsOn, endsOn, limitOn, then?.startsOn, then?.endsOn].filter((day) => day != null);
	});
	const [first, last] = [days.toSorted()[0], days.toSorted().at(-1)];
	const plan = planOf({
		rows: input.rows,
		baseline,
		critical: null,
		today,
		width: WIDTH,
		words,
		...(first && last ? { within: { startsOn: first, endsOn: last } } : {})
	});
	const now = plan.x(today) + plan.dayWidth / 2;
	const shown = today >= plan.range.from && today <= plan.range.to;
	const width = widthAbout(words.today, 11) + 16;
	const marks: Mark[] = [
		...plan.shapes.map((shape): Mark => ({
			kind: 'rect',
			x: 0,
			y: shape.middle - SIZE.row / 2 + (baseline ? 2 : 0),
			width: plan.right,
			height: SIZE.row,
			fill: shape.item.kind === 'phase' ? INK.sunken : INK.surface
		})),
		...scaleMarks(plan, input),
		...(shown
			? ([
					{
						kind: 'line',
						x: now,
						y: plan.top,
						height: plan.bottom - plan.top,
						colour: INK.accent,
						thick: true
					},
					{ kind: 'text', x: Math.min(plan.right - width, now + 2), y: plan.bottom - 2, width, height: 18, text: words.today, size: 10, bold: true, colour: INK.accent } // prettier-ignore
				] satisfies Mark[])
			: []),
		...plan.shapes.flatMap((shape) => rowMarks(plan, shape, input)),
		...legendMarks({ ...plan, bottom: plan.bottom + 14 }, input)
	];
	return picture(group(marks, SIZE.title), WIDTH, words.today);
}
