import { formatDay } from '#core/calendar/format.ts';
import { isDone } from '#core/schedule/punctuality.ts';
import { isPoint, type ScheduleItem } from '#core/schedule/types.ts';
import type { FrappeBar } from 'frappe-gantt';
import { m } from '../../i18n/paraglide/messages.js';
import { offsetOf, type Stage } from './backdrop.ts';
import { draw, drawNamed } from './svg.ts';

/** Half of the diamond's width. */
export const HALF = 9;
/** From a bar's end to the middle of its handle for links. */
const AWAY = 13;

/** A milestone's diamond: filled when done. It sits in the bar's own group, so that it is dragged like one. */
export function diamond(item: ScheduleItem): SVGGElement {
	const group = draw('g', { class: isDone(item) ? 'diamond filled' : 'diamond' });
	group.append(draw('path', { d: `M0 ${-HALF}L${HALF} 0L0 ${HALF}L${-HALF} 0Z` }));
	if (isDone(item)) group.append(draw('path', { class: 'tick-mark', d: 'M-3.5 0L-1 2.8L3.8 -2.8' }));
	return group;
}

/** Puts the diamond in the middle of its day, also while it is being dragged. */
export function placeDiamond(bar: FrappeBar, height: number): void {
	const x = bar.$bar.getX() + bar.$bar.getWidth() / 2;
	const y = bar.$bar.getY() + height / 2;
	bar.group.querySelector('.diamond')?.setAttribute('transform', `translate(${x} ${y})`);
}

/** Handles from which a link is drawn, one at each end: what is seen, and for a finger the room around it. */
export function linkEnds(): SVGGElement[] {
	return ['start', 'end'].map((end) => {
		const handle = draw('g', { class: 'link-end', 'data-end': end });
		handle.append(
			draw('circle', { class: 'link-room', r: 22 }),
			draw('circle', { class: 'link-dot', r: 5 })
		);
		return handle;
	});
}

/** Puts them outside the bar, past the handles that change its length, also while it is being dragged. */
export function placeEnds(bar: FrappeBar, height: number, point: boolean): void {
	const [start, end] = edgesOf(bar, point);
	const y = bar.$bar.getY() + height / 2;
	for (const handle of bar.group.querySelectorAll<SVGGElement>('.link-end')) {
		const x = handle.dataset['end'] === 'start' ? start - AWAY : end + AWAY;
		handle.setAttribute('transform', `translate(${x} ${y})`);
	}
}

/** Where a drawn line begins and ends; a point is as wide as its diamond. */
export function edgesOf(bar: FrappeBar, point: boolean): [number, number] {
	const [x, width] = [bar.$bar.getX(), bar.$bar.getWidth()];
	return point ? [x + width / 2 - HALF, x + width / 2 + HALF] : [x, x + width];
}

/** How far above its bar's own top a phase is drawn, to leave its name and what was promised their room. */
const LIFT = 5;
const BEAM = 6;

/** Where links reach a line: the middle of its bar and half of its height, or those of a phase's beam. @param y its top */
export function stemOf({ kind }: ScheduleItem, y: number, height: number): { middle: number; half: number } {
	return kind === 'phase'
		? { middle: y - LIFT + BEAM / 2, half: BEAM / 2 }
		: { middle: y + height / 2, half: height / 2 };
}

/** A phase as a summary: a thin bar with its ends turned down, and what is done of it in full ink. */
export function bracket(item: ScheduleItem, bar: FrappeBar): SVGGElement {
	const [x, y, width] = [bar.$bar.getX(), bar.$bar.getY() - LIFT, bar.$bar.getWidth()];
	const end = x + width;
	const group = draw('g', { class: 'bracket' });
	const foot = Math.min(6, width / 2);
	group.append(
		draw('path', {
			class: 'bracket-shape',
			d: `M${x} ${y}H${end}V${y + 12}L${end - foot} ${y + BEAM}H${x + foot}L${x} ${y + 12}Z`
		}),
		draw('rect', { class: 'bracket-done', x, y, width: (width * item.progress) / 100, height: BEAM })
	);
	return group;
}

/** A pin where the contract sets a day: its limit, or the date itself. */
export function pin(stage: Stage, item: ScheduleItem, bar: FrappeBar): SVGGElement | null {
	if (item.undated) return null;
	const day = item.limitOn ?? (item.fixedByContract ? item.endsOn : null);
	if (day === null || day < stage.range.from || day > stage.range.to) return null;
	const words = { day: formatDay(day, stage.locale) };
	const options = { locale: stage.locale };
	const title = item.limitOn ? m.schedule_pin_limit(words, options) : m.schedule_pin_fixed(words, options);
	// "No later than": the end of that day; a milestone is drawn in the middle of its own.
	const x = offsetOf(stage, day) + (isPoint(item) ? stage.dayWidth / 2 : stage.dayWidth);
	const y = bar.$bar.getY() - 7;
	const group = drawNamed('g', { class: 'pin', transform: `translate(${x} ${y})` }, title);
	group.append(
		draw('path', { class: 'pin-stem', d: 'M0 4V36' }),
		draw('circle', { class: 'pin-head', cx: 0, cy: 2, r: 4 })
	);
	return group;
}
