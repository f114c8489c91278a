import type Gantt from 'frappe-gantt';
import { m } from '../../../i18n/paraglide/messages.js';
import { nameWords } from '../../words.ts';
import type { DrawnRow, DrawnRows } from '../drawn-rows.ts';
import type { Scene } from '../scene.ts';
import { draggable, linkEndOf } from './pointer.ts';

/** A finger that rests this long takes hold; one that moves first scrolls. */
const HOLD_MS = 420;
const STILL = 9;
/** How near to an end, in pixels, a finger means the end. */
const NEAR_END = 26;

interface TouchOptions {
	scene: () => Scene;
	/** A finger rested on a line, and was lifted without going anywhere. */
	choose: (id: string) => void;
	say: (words: string) => void;
}

interface Finger {
	id: number;
	x: number;
	y: number;
	drawn: DrawnRow;
	target: Element;
	/** It rested for long enough; a line that is chosen already is taken at once. */
	rested: boolean;
	moved: boolean;
}

/**
 * The finger on the chart. The library only knows the mouse: once a bar is held, the finger's moves are given to it as
 * a mouse's. Before that, everything is left to the browser, so that scrolling stays what it is everywhere. A finger
 * lifted where it rested chooses the line: its handles grow, and are taken without resting again.
 */
export class Touch {
	#library: Gantt;
	#rows: DrawnRows;
	#options: TouchOptions;
	#finger: Finger | null = null;
	#timer = 0;
	#holding = false;
	/** The browser would make a press of a finger that rested. */
	#swallow = false;

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
		if (event.pointerType !== 'touch' || linkEndOf(event.target)) return;
		clearTimeout(this.#timer);
		this.#finger = null;
		this.#swallow = false;
		const drawn = this.#rows.under(event.target);
		if (!event.isPrimary || !drawn || !(event.target instanceof Element)) return;
		const { canEdit, canLink, chosen } = this.#options.scene();
		const rights = draggable(drawn.item, canEdit);
		if (!rights.dates && !rights.progress && !(canLink && drawn.item.kind !== 'phase')) return;
		this.#finger = {
			id: event.pointerId,
			x: event.clientX,
			y: event.clientY,
			drawn,
			target: event.target,
			rested: false,
			moved: false
		};
		// Heard where it began: by then the line may have been drawn again.
		event.target.addEventListener('touchend', this.#end, { once: true, passive: false });
		if (drawn.item.id === chosen) this.#hold();
		else this.#timer = window.setTimeout(this.#rest, HOLD_MS);
	};

	#rest = (): void => {
		const finger = this.#finger;
		if (!finger) return;
		finger.rested = true;
		navigator.vibrate?.(15);
		const { group } = finger.drawn.bar;
		group.classList.add('held');
		group.focus({ preventScroll: true });
		this.#hold();
		const words = { title: nameWords(finger.drawn.item) };
		const { locale } = this.#options.scene();
		if (this.#holding) this.#options.say(m.gantt_held(words, { locale }));
	};

	#hold(): void {
		const held = this.#finger && this.#heldPart(this.#finger);
		if (!this.#finger || !held) return;
		this.#holding = true;
		this.#send('mousedown', held, this.#finger.x, this.#finger.y);
	}

	/** An end where the finger is near one and the bar is long enough to have a middle; else the bar. */
	#heldPart({ x, drawn, target }: Finger): Element | null {
		const { item, bar } = drawn;
		const rights = draggable(item, this.#options.scene().canEdit);
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

	#end = (event: Event): void => {
		if (this.#swallow && event.cancelable) event.preventDefault();
		this.#swallow = false;
	};

	#menu = (event: Event): void => {
		if (this.#finger) event.preventDefault();
	};

	#move = (event: PointerEvent): void => {
		const finger = this.#finger;
		if (!finger || event.pointerId !== finger.id) return;
		finger.moved ||= Math.hypot(event.clientX - finger.x, event.clientY - finger.y) > STILL;
		if (this.#holding) {
			// At a scale of quarters a finger that trembles would already cross a day.
			if (finger.moved) this.#send('mousemove', this.#library.$svg, event.clientX, event.clientY);
		} else if (finger.moved) {
			clearTimeout(this.#timer);
			finger.drawn.bar.group.classList.remove('held');
			this.#finger = null;
		}
	};

	#up = (event: PointerEvent): void => {
		const finger = this.#finger;
		if (event.pointerId !== finger?.id) return;
		clearTimeout(this.#timer);
		finger.drawn.bar.group.classList.remove('held');
		this.#finger = null;
		this.#swallow = finger.rested || finger.moved;
		if (this.#holding) {
			this.#holding = false;
			this.#send('mouseup', this.#library.$svg, event.clientX, event.clientY);
		}
		if (event.type === 'pointerup' && finger.rested && !finger.moved)
			this.#options.choose(finger.drawn.item.id);
	};

	#send(type: string, target: Element, clientX: number, clientY: number): void {
		target.dispatchEvent(
			new MouseEvent(type, { bubbles: true, cancelable: true, button: 0, clientX, clientY })
		);
	}
}
