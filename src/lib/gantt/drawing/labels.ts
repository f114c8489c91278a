import type { Day } from '#core/calendar/days.ts';
import type { DayLocale } from '#core/calendar/format.ts';
import { isPoint, type ScheduleItem } from '#core/schedule/types.ts';
import type { FrappeBar } from 'frappe-gantt';
import { m } from '../../i18n/paraglide/messages.js';
import { barState } from '../words.ts';
import { HALF } from './marks.ts';
import { draw } from './svg.ts';

/** Space between a bar's edge and its name. */
const PAD = 8;
const GAP = 4;
const SIZE = 13;
/** Of a bar that goes out at the left, the least that still carries its name. */
const LEAST = 48;

const states = new WeakMap<FrappeBar, SVGTextElement>();

/** Widths are reckoned on a canvas: asking the drawing would lay the page out again for each name. */
let pen: CanvasRenderingContext2D | null = null;
let family = 'sans-serif';
let widths = new Map<string, number>();

/** Widths were taken in another font: the page's own had not come yet. */
export function forgetWidths(): void {
	widths = new Map();
}

/** The font that the names are written in. */
export function writeIn(element: Element): void {
	const found = getComputedStyle(element).fontFamily;
	if (found !== family) forgetWidths();
	family = found;
}

function widthOf(text: string, bold: boolean): number {
	const key = `${bold ? 'b' : 'n'}${text}`;
	const known = widths.get(key);
	if (known !== undefined) return known;
	pen ??= document.createElement('canvas').getContext('2d');
	if (pen) pen.font = `${bold ? 600 : 400} ${SIZE}px ${family}`;
	const width = pen ? pen.measureText(text).width : text.length * SIZE * 0.5;
	if (widths.size > 4000) forgetWidths();
	widths.set(key, width);
	return width;
}

/**
 * The state after a bar's name. It stands outside the bar: what a button shows should be what it is called, and the
 * words of the whole line already say the state in its place.
 */
export function stateText(
	bar: FrappeBar,
	item: ScheduleItem,
	today: Day,
	locale: DayLocale,
	critical: boolean
): SVGTextElement | null {
	const words = [barState(item, today, locale), critical ? m.gantt_critical_short({}, { locale }) : ''];
	const said = words.filter((part) => part !== '').map((part) => `· ${part}`);
	if (said.length === 0) return null;
	const attributes = {
		class: 'bar-state',
		'data-kind': isPoint(item) ? 'milestone' : item.kind,
		'aria-hidden': 'true'
	};
	const text = draw('text', attributes, said.join(' '));
	states.set(bar, text);
	return text;
}

/**
 * Puts a bar's name inside it where it fits, against the left edge of what is seen of the bar, so that a long bar
 * keeps its name while the chart scrolls; beside it otherwise.
 */
export function placeLabel(bar: FrappeBar, left: number): void {
	const label = bar.group.querySelector<SVGTextElement>('.bar-label');
	if (!label) return;
	const { kind, state: standing } = bar.group.dataset;
	const start = bar.$bar.getX();
	const width = bar.$bar.getWidth();
	// A point is as wide as its diamond, not as its day.
	const end = start + (kind === 'milestone' ? width / 2 + HALF : width);
	const state = states.get(bar);
	const bold = kind === 'phase';
	const name = widthOf(label.textContent, bold || standing === 'late') + GAP;
	const room = end - PAD - name - (state ? widthOf(state.textContent, bold) : 0);
	// Of a bar that goes out at the left, a name that does not fit any more goes on past the bar's end.
	const fits = kind !== 'milestone' && room >= start + PAD && (start >= left || end - left > LEAST);
	const at = fits ? Math.max(start, left) + PAD : end + PAD;
	const x = String(at);
	const over = !fits || at > room;
	// What is left of a name whose bar is gone says nothing: the name stands at the left anyway.
	const shown = at < left ? 'hidden' : 'inherit';
	if (label.getAttribute('visibility') !== shown)
		for (const text of [label, state]) text?.setAttribute('visibility', shown);
	const after = String(Number(x) + name);
	if (label.getAttribute('x') === x && (!state || state.getAttribute('x') === after)) return;
	label.classList.toggle('big', over);
	label.setAttribute('x', x);
	state?.setAttribute('x', after);
	state?.setAttribute('y', label.getAttribute('y') ?? '0');
	state?.classList.toggle('big', over);
}

/**
 * Each label of the upper line takes the room until the next one, and its words stay in view inside it. A month that
 * shows only its last days leaves no room: its words are cut.
 */
export function stretchLabels(labels: readonly HTMLElement[], end: number): void {
	labels.forEach((label, index) => {
		const next = labels[index + 1];
		const right = next ? Number.parseFloat(next.style.left) : end;
		label.style.width = `${right - Number.parseFloat(label.style.left)}px`;
		const words = document.createElement('span');
		words.textContent = label.textContent;
		label.replaceChildren(words);
	});
}
