import type { Day } from '#core/calendar/days.ts';
import type { DayLocale } from '#core/calendar/format.ts';
import { isPoint, type ScheduleItem } from '#core/schedule/types.ts';
import type { FrappeBar } from 'frappe-gantt';
import { barState } from '../words.ts';
import { draw } from './svg.ts';

/** Space between a bar's edge and its name. */
const PAD = 8;
const GAP = 4;
let widths = new WeakMap<SVGTextElement, number>();
const states = new WeakMap<FrappeBar, SVGTextElement>();

/**
 * The state after a bar's name. It stands outside the bar: what a button shows should be what it is called, and the
 * words of the whole line already say the state in its place.
 */
export function stateText(bar: FrappeBar, item: ScheduleItem, today: Day, locale: DayLocale): SVGTextElement {
	const words = barState(item, today, locale);
	const attributes = {
		class: 'bar-state',
		'data-kind': isPoint(item) ? 'milestone' : item.kind,
		'aria-hidden': 'true'
	};
	const text = draw('text', attributes, words === '' ? '' : `· ${words}`);
	states.set(bar, text);
	return text;
}

/** Widths were taken in another font: the page's own had not come yet. */
export function forgetWidths(): void {
	widths = new WeakMap();
}

function widthOf(label: SVGTextElement): number {
	const known = widths.get(label);
	if (known !== undefined) return known;
	const width = label.getBBox().width;
	if (width > 0) widths.set(label, width);
	return width;
}

/**
 * Puts a bar's name inside it where it fits, against the left edge of what is seen of the bar, so that a long bar
 * keeps its name while the chart scrolls; beside it otherwise.
 */
export function placeLabel(bar: FrappeBar, left: number): void {
	const label = bar.group.querySelector<SVGTextElement>('.bar-label');
	if (!label) return;
	const start = bar.$bar.getX();
	const end = start + bar.$bar.getWidth();
	const state = states.get(bar);
	const name = widthOf(label) + GAP;
	const room = end - PAD - name - (state ? widthOf(state) : 0);
	const fits = bar.group.dataset['kind'] !== 'milestone' && room >= start + PAD;
	label.classList.toggle('big', !fits);
	const x = fits ? Math.min(Math.max(start, left) + PAD, room) : end + PAD;
	label.setAttribute('x', String(x));
	state?.setAttribute('x', String(x + name));
	state?.setAttribute('y', label.getAttribute('y') ?? '0');
	state?.classList.toggle('big', !fits);
}

/** A month that shows only its last days leaves its label no room: it is cut at the next one. */
export function trimLabels(labels: readonly HTMLElement[], width: number): void {
	labels.forEach((label, index) => {
		const next = labels[index + 1];
		const end = next ? Number.parseFloat(next.style.left) : width;
		label.style.maxWidth = `${end - Number.parseFloat(label.style.left)}px`;
	});
}
