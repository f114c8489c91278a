import type { DayLocale } from '#core/calendar/format.ts';
import { typeOf } from '#core/schedule/drawing/route.ts';
import type { LinkType } from '#core/schedule/network/types.ts';
import type Gantt from 'frappe-gantt';
import { m } from '../../../i18n/paraglide/messages.js';
import { draw } from '../../drawing/svg.ts';
import { shortWords } from '../../words.ts';
import type { DrawnRow, DrawnRows } from '../drawn-rows.ts';
import { HEADER_HEIGHT, ROW_HEIGHT } from '../scene.ts';
import { linkEndOf } from './pointer.ts';

/** How far from a bar's end, in pixels, a link may still be let go. */
const REACH = 40;
/** A hand that moved less has pressed the handle, and not pulled it. */
const STILL = 9;
/** Near the edge of the frame the rows come by themselves. */
const EDGE = 36;
const SPEED = 10;

type End = 'start' | 'end';

interface LinkerOptions {
	link: (from: string, to: string, type: LinkType) => void;
	/** A handle was pressed and not pulled: the other line is looked for with presses. */
	start: (id: string) => void;
	/** Shows the handles of a line. */
	handles: (drawn: DrawnRow) => void;
	locale: () => DayLocale;
}

interface Pulled {
	id: number;
	from: DrawnRow;
	end: End;
	thread: SVGPathElement;
	words: SVGTextElement;
	x: number;
	y: number;
	pulled: boolean;
	goal: { drawn: DrawnRow; end: End } | null;
}

/** Draws a link: pulled from the handle at one end of a bar, let go on an end of another. Escape gives it up. */
export class Linker {
	#library: Gantt;
	#scroller: HTMLElement;
	#rows: DrawnRows;
	#options: LinkerOptions;
	#pulled: Pulled | null = null;
	#frame = 0;

	constructor(library: Gantt, scroller: HTMLElement, rows: DrawnRows, options: LinkerOptions) {
		this.#library = library;
		this.#scroller = scroller;
		this.#rows = rows;
		this.#options = options;
		library.$container.addEventListener('pointerdown', this.#down);
	}

	destroy(): void {
		this.#letGo();
	}

	#down = (event: PointerEvent): void => {
		const handle = linkEndOf(event.target);
		if (!handle || event.button !== 0 || this.#pulled || !(event.target instanceof Element)) return;
		const from = this.#rows.under(event.target);
		if (!from) return;
		event.preventDefault();
		// A finger is caught by what it first touches: let go, its moves are heard over the whole page.
		if (event.target.hasPointerCapture(event.pointerId))
			event.target.releasePointerCapture(event.pointerId);
		const thread = draw('path', { class: 'thread' });
		const words = draw('text', { class: 'tie-words' });
		this.#library.$svg.append(thread, words);
		const end = handle.dataset['end'] as End;
		this.#pulled = {
			id: event.pointerId,
			from,
			end,
			thread,
			words,
			x: event.clientX,
			y: event.clientY,
			pulled: false,
			goal: null
		};
		document.addEventListener('pointermove', this.#move);
		document.addEventListener('pointerup', this.#up);
		document.addEventListener('pointercancel', this.#letGo);
		document.addEventListener('keydown', this.#key, true);
		document.addEventListener('touchmove', this.#still, { passive: false });
		this.#frame = requestAnimationFrame(this.#edge);
	};

	#still = (event: TouchEvent): void => {
		if (event.cancelable) event.preventDefault();
	};

	#key = (event: KeyboardEvent): void => {
		if (event.key !== 'Escape') return;
		event.stopPropagation();
		this.#letGo();
	};

	#move = (event: PointerEvent): void => {
		const pulled = this.#pulled;
		if (event.pointerId !== pulled?.id) return;
		if (!pulled.pulled && Math.hypot(event.clientX - pulled.x, event.clientY - pulled.y) < STILL) return;
		Object.assign(pulled, { x: event.clientX, y: event.clientY, pulled: true });
		this.#follow();
	};

	#up = (event: PointerEvent): void => {
		const pulled = this.#pulled;
		if (event.pointerId !== pulled?.id) return;
		const { goal } = pulled;
		this.#letGo();
		if (!pulled.pulled) this.#options.start(pulled.from.item.id);
		else if (goal)
			this.#options.link(pulled.from.item.id, goal.drawn.item.id, typeOf(pulled.end, goal.end));
	};

	#letGo = (): void => {
		cancelAnimationFrame(this.#frame);
		this.#pulled?.thread.remove();
		this.#pulled?.words.remove();
		this.#mark(null);
		this.#pulled = null;
		document.removeEventListener('pointermove', this.#move);
		document.removeEventListener('pointerup', this.#up);
		document.removeEventListener('pointercancel', this.#letGo);
		document.removeEventListener('keydown', this.#key, true);
		document.removeEventListener('touchmove', this.#still);
	};

	#mark(goal: Pulled['goal']): void {
		const former = this.#pulled?.goal;
		if (former) delete former.drawn.bar.group.dataset['goal'];
		if (goal) {
			this.#options.handles(goal.drawn);
			goal.drawn.bar.group.dataset['goal'] = goal.end;
		}
		if (this.#pulled) this.#pulled.goal = goal;
	}

	/** The thread goes from the handle to the hand, or to the end that would be tied. */
	#follow(): void {
		const pulled = this.#pulled;
		if (!pulled) return;
		const rect = this.#library.$svg.getBoundingClientRect();
		const [x, y] = [pulled.x - rect.left, pulled.y - rect.top];
		const goal = this.#goalAt(x, y);
		this.#mark(goal);
		const start = this.#rows.boxOf(pulled.from);
		const from = { x: start[pulled.end], y: start.middle };
		const box = goal && this.#rows.boxOf(goal.drawn);
		const to = goal && box ? { x: box[goal.end], y: box.middle } : { x, y };
		pulled.thread.setAttribute('d', `M${from.x} ${from.y}L${to.x} ${to.y}`);
		const locale = this.#options.locale();
		// On the side where there is room.
		const { left, right } = this.#scroller.getBoundingClientRect();
		const late = pulled.x > (left + right) / 2 + 40;
		pulled.words.setAttribute('text-anchor', late ? 'end' : 'start');
		pulled.words.setAttribute('x', String(x + (late ? -14 : 14)));
		pulled.words.setAttribute('y', String(y - 12));
		pulled.words.textContent = goal
			? `${this.#named(pulled.from, pulled.end, locale)} → ${this.#named(goal.drawn, goal.end, locale)}`
			: '';
	}

	#named({ item }: DrawnRow, end: End, locale: DayLocale): string {
		const title = shortWords(item);
		return end === 'start'
			? m.gantt_end_start({ title }, { locale })
			: m.gantt_end_end({ title }, { locale });
	}

	#goalAt(x: number, y: number): Pulled['goal'] {
		const drawn = this.#rows.at(Math.floor((y - HEADER_HEIGHT) / ROW_HEIGHT));
		if (!drawn || drawn.item.id === this.#pulled?.from.item.id || drawn.item.kind === 'phase')
			return null;
		if (drawn.item.undated) return null;
		const { start, end } = this.#rows.boxOf(drawn);
		if (x < start - REACH || x > end + REACH) return null;
		return { drawn, end: x < (start + end) / 2 ? 'start' : 'end' };
	}

	#edge = (): void => {
		const pulled = this.#pulled;
		if (!pulled) return;
		this.#frame = requestAnimationFrame(this.#edge);
		if (!pulled.pulled) return;
		const rect = this.#scroller.getBoundingClientRect();
		const [above, below] = [pulled.y < rect.top + HEADER_HEIGHT + EDGE, pulled.y > rect.bottom - EDGE];
		const [before, after] = [pulled.x < rect.left + EDGE, pulled.x > rect.right - EDGE];
		if (above || below) this.#scroller.scrollTop += below ? SPEED : -SPEED;
		if (before || after) this.#scroller.scrollLeft += after ? SPEED : -SPEED;
		if (above || below || before || after) this.#follow();
	};
}
