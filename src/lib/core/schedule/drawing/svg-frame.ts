import { dayAt, dayNumber, weekdayAt } from './day-number.ts';
import { HUES, INK, NARROWEST, SIZE, type Plan, type ScheduleSvgInput } from './svg-scene.ts';
import { label, tag, widthAbout, xml } from './svg-text.ts';
import { ticksOf } from './ticks.ts';

/** Days off, the lines of the scale and the rows' own, to stand behind the bars. */
export function backdropMarkup(plan: Plan, { holidays, rows, words }: ScheduleSvgInput): string {
	const { left, right, top, bottom, dayWidth, range } = plan;
	const parts: string[] = [];
	rows.forEach((item, index) => {
		if (item.kind !== 'phase') return;
		const y = top + index * SIZE.row;
		parts.push(tag('rect', { x: 0, y, width: left, height: SIZE.row, fill: INK.sunken }));
	});
	const last = dayNumber(range.to);
	if (dayWidth >= NARROWEST * 2) {
		let d = '';
		for (let at = dayNumber(range.from); at <= last; at += 1)
			if (weekdayAt(at) === 6) d += `M${plan.x(dayAt(at)).toFixed(2)} ${top}h${(2 * dayWidth).toFixed(2)}V${bottom}h${(-2 * dayWidth).toFixed(2)}Z`; // prettier-ignore
		if (d !== '') parts.push(tag('path', { d, fill: INK.sunken }));
	}
	for (const holiday of dayWidth >= NARROWEST ? holidays : []) {
		if (holiday.day < range.from || holiday.day > range.to) continue;
		const shape = {
			x: plan.x(holiday.day),
			y: top,
			width: Math.max(1.5, dayWidth),
			height: bottom - top
		};
		parts.push(tag('rect', { ...shape, fill: INK.off }, tag('title', {}, xml(words.holiday(holiday)))));
	}
	const lines = rows.map((_, index) => `M0 ${top + (index + 1) * SIZE.row}H${right}`).join('');
	if (lines !== '') parts.push(tag('path', { d: lines, stroke: INK.line, fill: 'none' }));
	return parts.join('');
}

/** The time scale over the rows. */
export function scaleMarkup(plan: Plan, { words }: ScheduleSvgInput): string {
	const { left, right, top, bottom, dayWidth, range, zoom } = plan;
	const ticks = ticksOf(range, zoom, words);
	const place = (offset: number) => left + offset * dayWidth;
	const rules = (strong: boolean) =>
		ticks
			.filter((tick) => tick.strong === strong && !tick.carried)
			.map(({ offset }) => `M${place(offset).toFixed(2)} ${top - SIZE.header / 2}V${bottom}`)
			.join('');
	const text = { 'font-size': 11, fill: INK.muted };
	let free = left;
	const upper = ticks
		.filter((tick) => tick.upper !== '')
		.map((tick, index, all) => {
			const next = all[index + 1];
			const x = place(tick.offset) + 4;
			// A month that shows only its last days leaves its label no room.
			if (x < free || x + widthAbout(tick.upper, 12, true) > (next ? place(next.offset) : right))
				return '';
			free = x + widthAbout(tick.upper, 12, true);
			return label({ x, y: top - SIZE.header + 15, 'font-size': 12, 'font-weight': 600, fill: INK.ink }, tick.upper); // prettier-ignore
		});
	let taken = left;
	const lower = ticks
		.filter((tick) => tick.lower !== '')
		.map((tick) => {
			const x = place(tick.offset) + 3;
			// A narrow week keeps its number alone.
			const words =
				zoom === 'week' && dayWidth * 7 < 84 ? (tick.lower.split(' · ')[0] ?? '') : tick.lower;
			const width = widthAbout(words, 11);
			if (x < taken || x + width > right) return '';
			taken = x + width;
			return label({ x, y: top - 7, ...text }, words);
		});
	return [
		tag('path', { d: rules(false) || 'M0 0', stroke: INK.line, fill: 'none' }),
		tag('path', { d: rules(true) || 'M0 0', stroke: '#aba69c', fill: 'none' }),
		tag('path', { d: `M0 ${top}H${right}M${left} ${top - SIZE.header}V${bottom}`, stroke: INK.strong, fill: 'none' }), // prettier-ignore
		...upper,
		...lower
	].join('');
}

export function todayMarkup(plan: Plan, { today, words }: ScheduleSvgInput): string {
	if (today < plan.range.from || today > plan.range.to) return '';
	const x = plan.x(today) + plan.dayWidth / 2;
	return tag(
		'g',
		{ stroke: INK.accent, fill: INK.accent },
		tag('title', {}, xml(words.today(today))) +
			tag('path', {
				d: `M${x} ${plan.top}V${plan.bottom}`,
				'stroke-width': 2,
				'stroke-dasharray': '6 3'
			}) +
			tag('path', { d: `M${x - 5} ${plan.top - 7}h10l-5 7Z`, stroke: 'none' })
	);
}

type Entry = keyof ScheduleSvgInput['words']['legend'];

const SIGN: Record<Entry, string> = {
	task: tag('rect', { x: 0, y: -9, width: 16, height: 9, fill: HUES.ontime.wash, stroke: HUES.ontime.hue }) + tag('rect', { x: 0, y: -9, width: 8, height: 9, fill: HUES.ontime.done }), // prettier-ignore
	phase: tag('path', { d: 'M0-9H16V-2L12-5H4L0-2Z', fill: HUES.ontime.done, stroke: HUES.ontime.hue }),
	milestone: tag('path', {
		d: 'M8-11L14-5L8 1L2-5Z',
		fill: INK.surface,
		stroke: INK.ink,
		'stroke-width': 2
	}),
	pin:
		tag('path', { d: 'M8-8V2', stroke: INK.ink }) + tag('circle', { cx: 8, cy: -9, r: 3, fill: INK.ink }),
	today: tag('path', { d: 'M8-11V2', stroke: INK.accent, 'stroke-width': 2, 'stroke-dasharray': '4 2' }),
	off: tag('rect', { x: 1, y: -10, width: 12, height: 11, fill: INK.off }),
	link:
		tag('path', { d: 'M0-5H9', stroke: INK.muted }) +
		tag('path', { d: 'M16-5L9-9V-1Z', fill: INK.muted }),
	broken: tag('path', { d: 'M0-5H9', stroke: HUES.late.hue, 'stroke-width': 1.75, 'stroke-dasharray': '2 2.5' }) + tag('path', { d: 'M16-5L9-9V-1Z', fill: HUES.late.hue }), // prettier-ignore
	baseline: tag('rect', { x: 0, y: -6, width: 16, height: 3, fill: INK.strong }),
	critical: tag('rect', { x: 1, y: -10, width: 14, height: 9, fill: INK.surface, stroke: INK.ink, 'stroke-width': 3 }), // prettier-ignore
	late: label({ x: 3, y: 0, 'font-size': 11, fill: INK.ink }, '▲'),
	soon: label({ x: 3, y: 0, 'font-size': 11, fill: INK.ink }, '◆'),
	done: label({ x: 3, y: 0, 'font-size': 11, fill: INK.ink }, '✓')
};

/** What the shapes mean, under the rows: only those that are in the picture. @returns the markup and its height */
export function legendMarkup(plan: Plan, input: ScheduleSvgInput): { markup: string; height: number } {
	const { links, baseline, critical } = input;
	const entries: Entry[] = ['task', 'phase', 'milestone', 'pin', 'today', 'off'];
	if (links.length > 0) entries.push('link', 'broken');
	if (baseline) entries.push('baseline');
	if (critical) entries.push('critical');
	entries.push('late', 'soon', 'done');
	let [x, line] = [SIZE.edge, 0];
	const drawn = entries.map((entry) => {
		const words = input.words.legend[entry];
		const width = 22 + widthAbout(words, 11) + 18;
		if (x + width > plan.right && x > SIZE.edge) [x, line] = [SIZE.edge, line + 1];
		const transform = `translate(${Math.round(x)} ${plan.bottom + SIZE.legend * (line + 1)})`;
		x += width;
		return tag('g', { transform, fill: 'none' }, SIGN[entry] + label({ x: 22, 'font-size': 11, fill: INK.muted }, words)); // prettier-ignore
	});
	return { markup: drawn.join(''), height: SIZE.legend * (line + 1) + SIZE.edge };
}
