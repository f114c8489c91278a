import type { DayLocale } from '#core/calendar/format.ts';
import type Gantt from 'frappe-gantt';
import { m } from '../../../i18n/paraglide/messages.js';
import { nameWords } from '../../words.ts';
import type { DrawnRow, DrawnRows } from '../drawn-rows.ts';
import { draggable, isLinkEnd } from './pointer.ts';

/** A finger that rests this long takes hold; one that moves first scrolls. */
const HOLD_MS = 420;
const STILL = 9;
/** How near to an end, in pixels, a finger means the end. */
const NEAR_END = 26;

interface TouchOptions {
	canEdit: () => boolean;
	say: (words: string) => void;
	locale: () => DayLocale;
}

interface Finger {
	id: number;
	x: number;
	y: number;
	drawn: DrawnRow;
	target: Element;
}

/**
 * The finger on the chart. The library only knows the mouse: once a bar is held, the finger's moves are given to it as
 * a mouse's. Before that, everything is left to the browser, so that scrolling stays what it is everywhere.
 */
export class Touch {
	#library: Gantt;
	#rows: DrawnRows;
	#options: TouchOptions;
	#finger: Finger | null = null;
	#timer = 0;
	#holding = false;

	constructor(library: Gantt, rows: DrawnRows, options: TouchOptions) {
		this.#library = library;
		this.#rows = rows;
		this.#options = options;
		const { $container } = library;
		$container.addEventListener('pointerdown', this.#down);
		$container.addEventListener('contextmenu', this.#menu);
		// Not passive: a finger that holds a bar must not scroll.
		$container.addEventListener('touchmove', this.#still, { passive: false });
		document.addEventListener('pointermove', this.#move);
		document.addEventListener('pointerup', this.#up);
		document.addEventListener('pointercancel', this.#up);
	}

	destroy(): void {
		clearTimeout(this.#timer);
		document.removeEventListener('pointermove', this.#move);
		document.removeEventListener('pointerup', this.#up);
		document.removeEventListener('pointercancel', this.#up);
	}

	#down = (event: PointerEvent): void => {
		if (event.pointerType !== 'touch' || isLinkEnd(event.target)) return;
		clearTimeout(this.#timer);
		this.#finger = null;
		const drawn = this.#rows.under(event.target);
		if (!event.isPrimary || !drawn || !(event.target instanceof Element)) return;
		const rights = draggable(drawn.item, this.#options.canEdit());
		if (!rights.dates && !rights.progress) return;
		this.#finger = {
			id: event.pointerId,
			x: event.clientX,
			y: event.clientY,
			drawn,
			target: event.target
		};
		this.#timer = window.setTimeout(this.#hold, HOLD_MS);
	};

	#hold = (): void => {
		const finger = this.#finger;
		if (!finger) return;
		const held = this.#heldPart(finger);
		if (!held) return;
		this.#holding = true;
		finger.drawn.bar.group.classList.add('held');
		navigator.vibrate?.(15);
		this.#send('mousedown', held, finger.x, finger.y);
		const locale = this.#options.locale();
		this.#options.say(m.gantt_held({ title: nameWords(finger.drawn.item) }, { locale }));
	};

	/** An end where the finger is near one and the bar is long enough to have a middle; else the bar. */
	#heldPart({ x, drawn, target }: Finger): Element | null {
		const { item, bar } = drawn;
		const rights = draggable(item, this.#options.canEdit());
		if (target.matches('.handle.progress')) return rights.progress ? target : null;
		if (!rights.dates) return null;
		const rect = bar.$bar.getBoundingClientRect();
		const near = item.kind === 'task' && rect.width >= 3 * NEAR_END;
		if (near && rect.right - x < NEAR_END) return bar.group.querySelector('.handle.right');
		if (near && x - rect.left < NEAR_END) return bar.group.querySelector('.handle.left');
		return bar.$bar;
	}

	#still = (event: TouchEvent): void => {
		if (this.#holding && event.cancelable) event.preventDefault();
	};

	#menu = (event: Event): void => {
		if (this.#finger) event.preventDefault();
	};

	#move = (event: PointerEvent): void => {
		const finger = this.#finger;
		if (!finger || event.pointerId !== finger.id) return;
		if (this.#holding) {
			this.#send('mousemove', this.#library.$svg, event.clientX, event.clientY);
		} else if (Math.hypot(event.clientX - finger.x, event.clientY - finger.y) > STILL) {
			clearTimeout(this.#timer);
			this.#finger = null;
		}
	};

	#up = (event: PointerEvent): void => {
		if (event.pointerId !== this.#finger?.id) return;
		clearTimeout(this.#timer);
		this.#finger.drawn.bar.group.classList.remove('held');
		this.#finger = null;
		if (!this.#holding) return;
		this.#holding = false;
		this.#send('mouseup', this.#library.$svg, event.clientX, event.clientY);
	};

	#send(type: string, target: Element, clientX: number, clientY: number): void {
		target.dispatchEvent(
			new MouseEvent(type, { bubbles: true, cancelable: true, button: 0, clientX, clientY })
		);
	}
}
