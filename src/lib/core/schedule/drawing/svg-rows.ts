import type { Link } from '../network/types.ts';
import { headPath, pathOf, route, surelyBroken } from './route.ts';
import type { Span } from './scale.ts';
import { HUES, INK, SIZE, type Plan, type ScheduleSvgInput, type Shape } from './svg-scene.ts';
import { fitted, label, tag, widthAbout, xml } from './svg-text.ts';

const diamond = (x: number, y: number, half: number) =>
	`M${x} ${y - half}L${x + half} ${y}L${x} ${y + half}L${x - half} ${y}Z`;

function bar({ item, start, end, middle, half, state, filled, critical, point }: Shape): string {
	// Without its days a line has a name, and no bar.
	if (item.undated) return '';
	const { hue, wash, done } = HUES[state];
	const width = end - start;
	const thick = critical ? 3 : state === 'late' ? 2 : 1.25;
	if (point) {
		const tick = filled
			? tag('path', {
					d: `M${start + 4} ${middle}L${start + 6.3} ${middle + 2.3}L${start + 10.2} ${middle - 2.2}`,
					fill: 'none',
					stroke: INK.surface,
					'stroke-width': 1.5
				})
			: '';
		const d = diamond((start + end) / 2, middle, 7);
		return (
			tag('path', {
				d,
				fill: filled ? hue : INK.surface,
				stroke: hue,
				'stroke-width': critical ? 3 : 2
			}) + tick
		);
	}
	const y = middle - half;
	if (item.kind === 'phase') {
		const foot = Math.min(5, width / 2);
		const d = `M${start} ${y}H${end}V${y + 10}L${end - foot} ${y + 5}H${start + foot}L${start} ${y + 10}Z`;
		const part = (width * item.progress) / 100;
		return (
			tag('path', { d, fill: done, stroke: hue, 'stroke-width': critical ? 2.5 : 1 }) +
			(part > 0 ? tag('rect', { x: start, y, width: part, height: 5, fill: hue }) : '')
		);
	}
	const shape = { x: start, y, width, height: half * 2, rx: 2 };
	const part = (width * item.progress) / 100;
	return (
		tag('rect', { ...shape, fill: wash }) +
		(part > 0 ? tag('rect', { ...shape, width: part, fill: done }) : '') +
		tag('rect', {
			...shape,
			fill: 'none',
			stroke: critical ? INK.ink : hue,
			'stroke-width': thick,
			// Late by its outline too; a thick line alone says that it is critical.
			'stroke-dasharray': state === 'late' ? '6 3' : null
		})
	);
}

function baselineOf(plan: Plan, { start, end, middle, half, point }: Shape, span: Span | undefined): string {
	if (!span) return '';
	const x = plan.x(span.startsOn);
	if (point) {
		const d = diamond(x + plan.dayWidth / 2, middle + half + 2, 4);
		return start === x && end === x ? '' : tag('path', { d, fill: INK.strong });
	}
	const width = Math.max(2, plan.x(span.endsOn) + plan.dayWidth - x);
	return tag('rect', { x, y: middle + half + 2, width, height: 3, fill: INK.strong });
}

function pinOf(plan: Plan, { item, middle, point }: Shape, input: ScheduleSvgInput): string {
	if (item.undated) return '';
	const day = item.limitOn ?? (item.fixedByContract ? item.endsOn : null);
	if (day === null || day < plan.range.from || day > plan.range.to) return '';
	const x = plan.x(day) + (point ? plan.dayWidth / 2 : plan.dayWidth);
	return tag(
		'g',
		{ fill: INK.ink, stroke: INK.ink },
		tag('title', {}, xml(input.words.pin(item, day))) +
			tag('path', { d: `M${x} ${middle - 10}V${middle + 11}`, 'stroke-width': 1.25 }) +
			tag('circle', { cx: x, cy: middle - 10, r: 2.75, stroke: INK.surface, 'stroke-width': 0.75 })
	);
}

/** What stands beside a bar: its state, in words, on the side where there is room. */
function beside(plan: Plan, shape: Shape, input: ScheduleSvgInput): string {
	const words = [
		input.words.state(shape.item, input.today),
		shape.critical ? input.words.critical : ''
	].filter((part) => part !== '');
	if (words.length === 0) return '';
	const text = words.join(' · ');
	const width = widthAbout(text, 11);
	const undated = shape.item.undated !== undefined;
	const after = undated || shape.end + 6 + width <= plan.right;
	return label(
		{
			x: undated ? plan.left + 8 : after ? shape.end + 6 : Math.max(plan.left + width, shape.start - 6),
			y: shape.middle + 4,
			'font-size': 11,
			'text-anchor': after ? null : 'end',
			fill: INK.ink,
			stroke: INK.surface,
			'stroke-width': 3,
			'paint-order': 'stroke'
		},
		text
	);
}

/** Every row: its name at the left, its bar, what was promised under it, and its state in words. */
export function rowsMarkup(plan: Plan, input: ScheduleSvgInput): string {
	return plan.shapes
		.map((shape) => {
			const { item, middle } = shape;
			const phase = item.kind === 'phase';
			const indent = phase || item.phaseId === null ? 0 : 14;
			const name = fitted(input.words.name(item), plan.left - SIZE.edge - indent - 8, SIZE.text, phase);
			const drawn = tag(
				'g',
				{ role: 'img', 'aria-label': [input.words.line(item, input.today), shape.critical ? input.words.critical : ''].filter(Boolean).join(', ') }, // prettier-ignore
				tag('title', {}, xml(input.words.line(item, input.today))) +
					baselineOf(plan, shape, input.baseline?.[item.id]) +
					bar(shape)
			);
			const text = label(
				{
					x: SIZE.edge + indent,
					y: middle + 4,
					fill: INK.ink,
					'font-size': SIZE.text,
					'font-weight': phase ? 600 : null
				},
				name
			);
			return text + drawn + pinOf(plan, shape, input) + beside(plan, shape, input);
		})
		.join('\n');
}

function linkMarkup(link: Link, from: Shape, to: Shape, input: ScheduleSvgInput): string {
	const broken = surelyBroken(link, from.item, to.item);
	const way = route(from, to, link.type, SIZE.row / 2);
	const colour = broken ? HUES.late.hue : INK.muted;
	return tag(
		'g',
		{ fill: 'none', stroke: colour, 'stroke-width': broken ? 1.75 : 1.1 },
		tag('title', {}, xml(input.words.link(link, from.item, to.item, broken))) +
			tag('path', { d: pathOf(way.points), 'stroke-dasharray': broken ? '2 2.5' : null }) +
			tag('path', { d: headPath(way), fill: colour, stroke: 'none' })
	);
}

/** The links whose two ends are in the picture. */
export function linksMarkup(plan: Plan, input: ScheduleSvgInput): string {
	const places = new Map(plan.shapes.map((shape) => [shape.item.id, shape]));
	return input.links
		.map((link) => {
			const [from, to] = [places.get(link.from), places.get(link.to)];
			return from && to && from !== to ? linkMarkup(link, from, to, input) : '';
		})
		.join('');
}
