import type { Day } from '#core/calendar/days.ts';
import type { LinkType } from '#core/schedule/network/types.ts';
import type { ScheduleItem } from '#core/schedule/types.ts';
import type Gantt from 'frappe-gantt';
import { offsetOf, todayLine, type Stage } from '../drawing/backdrop.ts';
import { forgetWidths, placeLabel, writeIn } from '../drawing/labels.ts';
import { DaysInView } from './days.ts';
import { attend } from './attention.ts';
import { DrawnRows } from './drawn-rows.ts';
import { Linker } from './hand/linker.ts';
import { Pointer, type PointerOptions } from './hand/pointer.ts';
import { Touch } from './hand/touch.ts';
import { listenTo, type Release } from './library/listen.ts';
import { optionsOf } from './library/options.ts';
import { chartClass, type Library, type Scale } from './library/subclass.ts';
import { HEADER_HEIGHT, ROW_HEIGHT, SceneIndex, type Scene } from './scene.ts';
import { Ties } from './ties.ts';
import { rowsSeen, turnover, type Run } from './window.ts';

/** A hand that went by many rows is still going, for so long. */
const BUSY_MS = 80;
/** Between two bits of what is drawn ahead: a frame and a little. */
const LATER_MS = 22;

/** What the engine tells. */
export interface Handlers extends Pick<PointerOptions, 'change' | 'open'> {
	/** The rows to name, whenever they change. */
	seen: (rows: Run) => void;
	link: (from: string, to: string, type: LinkType) => void;
	openLink: (id: string) => void;
	/** The handle of a line was pressed, to look for the other line of a link. */
	startLink: (id: string) => void;
	/** A finger rested on a line. */
	choose: (id: string) => void;
	say: (words: string) => void;
}

/**
 * One chart of the library, with what it lacks around it: it is given the rows in view only, in a frame that scrolls.
 * Made once per page; `show` draws again in place. `destroy` takes back everything, the library's own listener on the
 * document included.
 */
export class ChartEngine {
	#library: Library;
	#scroller: HTMLElement;
	#index: SceneIndex;
	#scale: Scale;
	#handlers: Handlers;
	#rows: DrawnRows;
	#ties: Ties;
	#pointer: Pointer;
	#hands: { destroy(): void }[];
	#release: Release;
	#resized: ResizeObserver;
	#days: DaysInView;
	#named: Run = { first: 0, last: 0 };
	/** Where the frame stood at the last look. */
	#place = { top: 0, left: 0, height: 0 };
	/** When the rows last went by fast. */
	#movedAt = -Infinity;
	#later = 0;
	/** The line that Tab reaches, and the arrows start from. */
	#active: string | null = null;
	/** What arrived while a bar was held by the mouse. */
	#next: Scene | null = null;

	/** @param scroller the frame that scrolls; what the library draws goes into it. */
	constructor(Base: typeof Gantt, scroller: HTMLElement, scene: Scene, handlers: Handlers) {
		this.#scroller = scroller;
		this.#handlers = handlers;
		this.#index = new SceneIndex(scene);
		const { range, height } = this.#index;
		this.#scale = { range, ticks: [], locale: scene.locale, height };
		const Chart = chartClass(Base, this.#scale);
		const options = optionsOf(scene, this.#scale, {
			dated: (id, start, end) => {
				const drawn = this.#rows.drawnAs(id);
				if (drawn) this.#rows.follow(drawn, this.#scroller.scrollLeft);
				if (drawn) this.#ties.follow(drawn.item.id);
				this.#pointer.dated(id, start, end);
			},
			progressed: (id, progress) => this.#pointer.progressed(id, progress)
		});
		// The library listens on the document and never lets go: what it adds while it is built is kept, to be removed.
		const { made, release } = listenTo(document, () => new Chart(scroller, [], options));
		this.#library = made;
		this.#release = release;
		this.#rows = new DrawnRows(made);
		this.#days = new DaysInView(made, this.#scale);
		this.#ties = new Ties(this.#rows);
		const rows = this.#rows;
		const current = () => this.#index.scene;
		this.#pointer = new Pointer(made, {
			...handlers,
			rows,
			canEdit: () => current().canEdit,
			redraw: (givenUp) => this.#catchUp(givenUp)
		});
		const { choose, say, startLink } = handlers;
		this.#hands = [
			this.#pointer,
			new Touch(made, rows, { scene: current, choose, say }),
			new Linker(made, scroller, rows, {
				link: handlers.link,
				start: startLink,
				handles: (drawn) => rows.handles(drawn, this.#index),
				locale: () => current().locale
			})
		];
		this.#listen();
		writeIn(this.container);
		this.#resized = new ResizeObserver(() => this.#update());
		this.#resized.observe(scroller);
		this.#draw();
	}

	get container(): HTMLElement {
		return this.#library.$container;
	}

	get active(): string | null {
		return this.#active;
	}

	/** How many rows a screen holds. */
	get page(): number {
		return Math.max(1, Math.floor((this.#scroller.clientHeight - HEADER_HEIGHT) / ROW_HEIGHT) - 1);
	}

	/** Draws a new scene, keeping the day at the left edge and the focus where they were. */
	show(scene: Scene): void {
		if (scene === this.#index.scene) return;
		if (this.#pointer.held) {
			this.#next = scene;
			return;
		}
		this.#redraw(scene);
	}

	/** Brings a day to the first third of the screen. False when it is outside the drawing. */
	center(day: Day): boolean {
		const { range, scene } = this.#index;
		const inside = day >= range.from && day <= range.to;
		this.#scroller.scrollLeft = (inside ? this.#index.x(day) : 0) - scene.width / 3;
		this.#update();
		return inside;
	}

	/** Brings a line into view: its start, unless part of it is already there. */
	reveal(item: ScheduleItem): void {
		const scroller = this.#scroller;
		const { width } = this.#index.scene;
		const [start, end] = [
			this.#index.x(item.startsOn),
			this.#index.x(item.endsOn) + this.#index.dayWidth
		];
		if (end < scroller.scrollLeft + 24 || start > scroller.scrollLeft + width - 48) {
			scroller.scrollLeft = start - width / 4;
		}
		const top = (this.#index.placeOf(item.id) ?? 0) * ROW_HEIGHT;
		const room = scroller.clientHeight - HEADER_HEIGHT - ROW_HEIGHT - 12;
		if (top < scroller.scrollTop) scroller.scrollTop = top;
		else if (top > scroller.scrollTop + room) scroller.scrollTop = top - room;
		this.#update();
	}

	/** Moves the focus to a line, in view. */
	focus(item: ScheduleItem): void {
		this.#activate(item.id);
		this.reveal(item);
		this.#group(item.id)?.focus({ preventScroll: true });
	}

	destroy(): void {
		clearTimeout(this.#later);
		this.#ties.clear();
		this.#resized.disconnect();
		document.fonts.removeEventListener('loadingdone', this.#measureAgain);
		this.#scroller.removeEventListener('scroll', this.#update);
		this.#release();
		for (const hand of this.#hands) hand.destroy();
		this.container.remove();
	}

	#listen(): void {
		attend(this.container, this.#rows, this.#ties, {
			index: () => this.#index,
			held: () => this.#pointer.held,
			focused: ({ item }) => this.#activate(item.id),
			openLink: (id) => this.#handlers.openLink(id)
		});
		this.#scroller.addEventListener('scroll', this.#update, { passive: true });
		document.fonts.addEventListener('loadingdone', this.#measureAgain);
	}

	/** A font of the page, or a heavier one of it, came after the names were measured. */
	readonly #measureAgain = () => {
		writeIn(this.container);
		forgetWidths();
		for (const { bar } of this.#rows.all()) placeLabel(bar, this.#scroller.scrollLeft);
	};

	#activate(id: string): void {
		if (this.#active !== null) this.#group(this.#active)?.setAttribute('tabindex', '-1');
		this.#active = id;
		this.#group(id)?.setAttribute('tabindex', '0');
	}

	#group(id: string): SVGGElement | undefined {
		return this.#rows.of(id)?.bar.group;
	}

	#catchUp(givenUp: boolean): void {
		const scene = this.#next ?? (givenUp ? this.#index.scene : null);
		this.#next = null;
		if (scene) this.#redraw(scene);
	}

	#redraw(scene: Scene): void {
		const { scrollLeft, scrollTop } = this.#scroller;
		const before = this.#index;
		const focused = this.#rows.under(document.activeElement) !== undefined;
		this.#index = new SceneIndex(scene);
		this.#draw();
		// The day at the left edge stays there, when the drawing now begins on another.
		const shift = this.#index.x(before.range.from);
		this.#scroller.scrollTop = scrollTop;
		if (scene.zoom !== before.scene.zoom) this.center(scene.today);
		else if (shift !== 0) this.#scroller.scrollLeft = Math.max(0, scrollLeft + shift);
		this.#update();
		if (focused && this.#active !== null) this.#group(this.#active)?.focus({ preventScroll: true });
	}

	get #stage(): Stage {
		const { range, dayWidth, height, scene } = this.#index;
		return { range, dayWidth, top: HEADER_HEIGHT, bottom: height, locale: scene.locale };
	}

	/** Everything anew: the frame of the library, then the days and rows in view. */
	#draw(): void {
		const { scene, range, height } = this.#index;
		const { today, rows, zoom, canEdit, locale } = scene;
		Object.assign(this.#scale, { range, ticks: [], locale, height });
		this.#library.options.readonly = !canEdit;
		this.#library.options.view_mode = zoom;
		this.#library.refresh([]);
		this.#rows.clear();
		this.#days.clear();
		this.#named = { first: 0, last: 0 };
		const { layers, $header } = this.#library;
		this.#ties.reset(layers.arrow, this.#index);
		if (this.#index.placeOf(this.#active ?? '') === undefined) this.#active = rows[0]?.id ?? null;
		this.container.style.setProperty('--width', `${this.#index.days * this.#index.dayWidth}px`);
		const stage = this.#stage;
		const now = todayLine(stage, today);
		$header.classList.toggle('has-today', now !== null);
		if (now) {
			layers.progress.append(now);
			$header.style.setProperty('--today-at', `${offsetOf(stage, today) + stage.dayWidth / 2}px`);
		}
		this.#update();
	}

	/** Brings the rows and the days that are now in view. */
	readonly #update = (): void => {
		const { scrollLeft, scrollTop, clientHeight } = this.#scroller;
		if (Math.abs(scrollTop - this.#place.top) > ROW_HEIGHT) this.#movedAt = performance.now();
		// A name only follows a hand that goes to the side.
		const aside = scrollLeft !== this.#place.left;
		this.#place = { top: scrollTop, left: scrollLeft, height: clientHeight - HEADER_HEIGHT };
		this.#days.update(scrollLeft, this.#index, this.#stage);
		this.#fill();
		if (aside) for (const { bar } of this.#rows.all()) placeLabel(bar, scrollLeft);
	};

	/** Reads nothing of the page, which would lay it out again: what is near is drawn bit by bit, between frames. */
	readonly #fill = (): void => {
		const { rows } = this.#index.scene;
		const { left } = this.#place;
		const seen = rowsSeen({ ...this.#place, rowHeight: ROW_HEIGHT, count: rows.length });
		const active = this.#index.placeOf(this.#active ?? '');
		const keep = new Set(active === undefined ? [] : [active]);
		const { enter, leave, more } = turnover(this.#rows.places, seen, rows.length, keep);
		for (const row of leave) this.#rows.leave(row);
		if (enter.length > 0) this.#rows.enter(enter, this.#index, this.#stage, this.#active, left);
		this.#ties.update(performance.now() - this.#movedAt < BUSY_MS);
		this.#name(seen);
		clearTimeout(this.#later);
		if (more) this.#later = window.setTimeout(this.#fill, LATER_MS);
	};

	/** The names beside follow in steps, so that they are not written anew at every pixel. */
	#name(seen: Run): void {
		const { first, last } = this.#named;
		const count = this.#index.scene.rows.length;
		if (last > first && seen.first >= first && seen.last <= last && last <= count) return;
		this.#named = { first: Math.max(0, seen.first - 6), last: Math.min(count, seen.last + 6) };
		this.#handlers.seen(this.#named);
	}
}
