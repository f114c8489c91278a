import { dayNumber } from '#core/schedule/drawing/day-number.ts';
import type { Span } from '#core/schedule/drawing/scale.ts';
import { isPoint, type ScheduleItem } from '#core/schedule/types.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { spanWords } from '../words.ts';
import { offsetOf, type Stage } from './backdrop.ts';
import { draw, drawNamed } from './svg.ts';

function edges(stage: Stage, { startsOn, endsOn }: Span): { x: number; width: number } {
	const x = offsetOf(stage, startsOn);
	return { x, width: Math.max(2, (dayNumber(endsOn) - dayNumber(startsOn) + 1) * stage.dayWidth) };
}

/** What was promised: a thin bar under the actual one, or a small diamond. @param y top of the actual bar */
export function baselineBar(
	stage: Stage,
	item: ScheduleItem,
	span: Span,
	y: number,
	height: number
): SVGGElement {
	const { x, width } = edges(stage, span);
	const title = m.gantt_baseline({ span: spanWords(span, stage.locale) }, { locale: stage.locale });
	const group = drawNamed('g', { class: 'baseline' }, title);
	const top = y + height + 2;
	group.append(
		isPoint(item)
			? draw('path', { d: `M${x + width / 2} ${top - 2}l5 5l-5 5l-5-5Z` })
			: draw('rect', { x, y: top, width, height: 4 })
	);
	return group;
}

/** Where a line would go, in dashes over where it is. */
export function ghostBar(
	stage: Stage,
	item: ScheduleItem,
	span: Span,
	y: number,
	height: number
): SVGGElement {
	const { x, width } = edges(stage, span);
	const title = m.gantt_ghost({ span: spanWords(span, stage.locale) }, { locale: stage.locale });
	const group = drawNamed('g', { class: 'ghost' }, title);
	const middle = y + height / 2;
	group.append(
		isPoint(item)
			? draw('path', { d: `M${x + width / 2} ${middle - 11}l11 11l-11 11l-11-11Z` })
			: draw('rect', { x, y: y - 2, width, height: height + 4, rx: 3 })
	);
	return group;
}
