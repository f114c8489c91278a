import { addDays, diffDays, type Day } from '#core/calendar/days.ts';
import type { DayLocale } from '#core/calendar/format.ts';
import type { Holiday, ScheduleItem } from '#core/schedule/types.ts';
import type Gantt from 'frappe-gantt';
import type { FrappeBar } from 'frappe-gantt';
import { backdrop, offsetOf, todayLine, type Stage } from '../drawing/backdrop.ts';
import { dress } from '../drawing/dress.ts';
import { forgetWidths, placeLabel, stateText, trimLabels } from '../drawing/labels.ts';
import { pin, placeDiamond } from '../drawing/marks.ts';
import { DAY_WIDTH, rangeOf, type Zoom } from '../drawing/range.ts';
import { ticksOf } from '../drawing/ticks.ts';
import { nameWords } from '../words.ts';
import { safeId } from './escape.ts';
import { listenTo, type Release } from './listen.ts';
import { draggable, groupOf, Pointer, type PointerOptions } from './pointer.ts';
import { chartClass, viewModes, type Scale } from './subclass.ts';
import { toTasks } from './to-tasks.ts';

const BAR_HEIGHT = 22;
/** As in gantt.css, for the names beside. */
const ROW_HEIGHT = 40;
const HEADER_HEIGHT = 64;

/** What the chart shows. */
export interface Scene {
	rows: readonly ScheduleItem[];
	today: Day;
	holidays: readonly Holiday[];
	canEdit: boolean;
	zoom: Zoom;
	locale: DayLocale;
	/** Pixels of the frame left to the time scale. */
	width: number;
}

/**
 * One chart of the library, with what it lacks around it. Made once per page; `show` draws again in place.
 * `destroy` takes back everything, the library's own listener on the document included.
 */
export class ChartEngine {
	#gantt: Gantt;
	#scene: Scene;
	#scale: Scale;
	#pointer: Pointer;
	#release: Release;
	/** The line that Tab reaches, and the arrows start from. */
	#active: string | null = null;
	/** What arrived while a bar was held by the mouse. */
	#next: Scene | null = null;

	constructor(
		Library: typeof Gantt,
		host: HTMLElement,
		scene: Scene,
		handlers: Pick<PointerOptions, 'change' | 'open'>
	) {
		this.#scene = scene;
		this.#scale = measure(scene);
		const Chart = chartClass(Library, this.#scale);
		// The library listens on the document and never lets go: what it adds while it is built is kept, to be removed.
		const { made, release } = listenTo(document, () => new Chart(host, this.#tasks(), this.#options()));
		this.#gantt = made;
		this.#release = release;
		this.#pointer = new Pointer(made, {
			...handlers,
			itemOf: (drawn) => this.#itemOf(drawn),
			canEdit: () => this.#scene.canEdit,
			redraw: (givenUp) => this.#catchUp(givenUp)
		});
		this.container.addEventListener('focusin', (event) => {
			const item = this.#itemOf(groupOf(event.target)?.dataset['id']);
			if (item) this.#activate(item.id);
		});
		this.container.addEventListener('scroll', () => this.#placeLabels(), { passive: true });
		document.fonts.addEventListener('loadingdone', this.#measureAgain);
		this.#draw();
	}

	/** A font of the page, or a heavier one of it, came after the names were measured. */
	readonly #measureAgain = () => {
		forgetWidths();
		this.#placeLabels();
	};

	get container(): HTMLElement {
		return this.#gantt.$container;
	}

	get active(): string | null {
		return this.#active;
	}

	/** Draws a new scene, keeping the day at the left edge and the focus where they were. */
	show(scene: Scene): void {
		if (this.#pointer.held) {
			this.#next = scene;
			return;
		}
		const { scrollLeft, scrollTop } = this.container;
		const left = addDays(this.#scale.range.from, Math.floor(scrollLeft / this.#dayWidth));
		const focused = groupOf(document.activeElement) !== null;
		const zoomed = scene.zoom !== this.#scene.zoom;
		this.#scene = scene;
		Object.assign(this.#scale, measure(scene));
		this.#gantt.options.readonly = !scene.canEdit;
		this.#gantt.options.view_mode = scene.zoom;
		this.#gantt.refresh(this.#tasks());
		this.#draw();
		this.container.scrollTop = scrollTop;
		if (zoomed) this.center(scene.today);
		else this.container.scrollLeft = Math.max(0, diffDays(this.#scale.range.from, left) * this.#dayWidth);
		if (focused && this.#active !== null) this.#group(this.#active)?.focus({ preventScroll: true });
	}

	/** Brings a day to the first third of the screen. False when it is outside the drawing. */
	center(day: Day): boolean {
		const { from, to } = this.#scale.range;
		const inside = day >= from && day <= to;
		this.container.scrollLeft =
			(inside ? diffDays(from, day) * this.#dayWidth : 0) - this.#scene.width / 3;
		return inside;
	}

	/** Brings a line into view: its start, unless part of it is already there. */
	reveal(item: ScheduleItem): void {
		const { container } = this;
		const start = diffDays(this.#scale.range.from, item.startsOn) * this.#dayWidth;
		const end = start + (diffDays(item.startsOn, item.endsOn) + 1) * this.#dayWidth;
		if (end < container.scrollLeft + 24 || start > container.scrollLeft + this.#scene.width - 48) {
			container.scrollLeft = start - this.#scene.width / 4;
		}
		const row = this.#scene.rows.findIndex(({ id }) => id === item.id) * ROW_HEIGHT;
		const room = container.clientHeight - HEADER_HEIGHT - ROW_HEIGHT;
		if (row < container.scrollTop) container.scrollTop = row;
		else if (row > container.scrollTop + room) container.scrollTop = row - room;
	}

	/** Moves the focus to a line, in view. */
	focus(item: ScheduleItem): void {
		this.#activate(item.id);
		this.reveal(item);
		this.#group(item.id)?.focus({ preventScroll: true });
	}

	destroy(): void {
		document.fonts.removeEventListener('loadingdone', this.#measureAgain);
		this.#release();
		this.#pointer.destroy();
		this.container.remove();
	}

	get #dayWidth(): number {
		return DAY_WIDTH[this.#scene.zoom];
	}

	#activate(id: string): void {
		if (this.#active !== null) this.#group(this.#active)?.setAttribute('tabindex', '-1');
		this.#active = id;
		this.#group(id)?.setAttribute('tabindex', '0');
	}

	#group(id: string): SVGGElement | null {
		return this.container.querySelector(`.bar-wrapper[data-id="${safeId(id)}"]`);
	}

	#itemOf(drawn: string | undefined): ScheduleItem | undefined {
		return this.#scene.rows.find(({ id }) => safeId(id) === drawn);
	}

	#catchUp(givenUp: boolean): void {
		const scene = this.#next ?? (givenUp ? this.#scene : null);
		this.#next = null;
		if (scene) this.show(scene);
	}

	#tasks() {
		return toTasks(this.#scene.rows, nameWords);
	}

	#options() {
		const { zoom, canEdit, locale } = this.#scene;
		const modes = viewModes(this.#scale);
		return {
			bar_height: BAR_HEIGHT,
			padding: ROW_HEIGHT - BAR_HEIGHT,
			upper_header_height: 28,
			lower_header_height: 26,
			container_height: 'auto' as const,
			// The library starts on the first mode of its list, whatever it is told.
			view_modes: modes.sort((a, b) => Number(b.name === zoom) - Number(a.name === zoom)),
			holidays: null,
			lines: 'horizontal' as const,
			auto_move_label: false,
			// What follows a task is the schedule's business, not the drawing's.
			move_dependencies: false,
			infinite_padding: false,
			today_button: false,
			popup: false as const,
			readonly: !canEdit,
			scroll_to: null,
			language: locale,
			on_date_change: (task: { id: string }, start: Date, end: Date) => {
				const bar = this.#gantt.get_bar(task.id);
				if (bar) this.#follow(bar);
				this.#pointer.dated(task.id, start, end);
			},
			on_progress_change: (task: { id: string }, progress: number) =>
				this.#pointer.progressed(task.id, progress)
		};
	}

	/** What the library does not know of follows a bar that is dragged. */
	#follow(bar: FrappeBar): void {
		placeDiamond(bar, BAR_HEIGHT);
		placeLabel(bar, this.container.scrollLeft);
	}

	#placeLabels(): void {
		for (const bar of this.#gantt.bars) placeLabel(bar, this.container.scrollLeft);
	}

	/** Draws around what the library has drawn. */
	#draw(): void {
		const { $svg, layers, grid_height, $header, dates, bars } = this.#gantt;
		const { today, holidays, locale, rows, canEdit } = this.#scene;
		const { range, ticks } = this.#scale;
		const stage: Stage = {
			range,
			dayWidth: this.#dayWidth,
			top: HEADER_HEIGHT,
			bottom: grid_height,
			locale
		};
		if (!rows.some(({ id }) => id === this.#active)) this.#active = rows[0]?.id ?? null;
		// Its bars would grow from nothing at each drawing.
		for (const animation of $svg.querySelectorAll('animate')) animation.remove();
		$svg.setAttribute('width', String(dates.length * this.#dayWidth));
		layers.grid.append(backdrop(stage, ticks, holidays));
		const now = todayLine(stage, today);
		$header.classList.toggle('has-today', now !== null);
		if (now) {
			layers.progress.append(now);
			$header.style.setProperty('--today-at', `${offsetOf(stage, today) + this.#dayWidth / 2}px`);
		}
		this.container.style.setProperty('--grid-height', `${grid_height}px`);
		trimLabels(this.#gantt.upperTexts, dates.length * this.#dayWidth);
		rows.forEach((item, index) => {
			const bar = bars[index] as FrappeBar;
			const rights = draggable(item, canEdit);
			dress(stage, bar, {
				item,
				rights,
				today,
				reachable: item.id === this.#active,
				barHeight: BAR_HEIGHT
			});
			layers.bar.append(stateText(bar, item, today, locale));
			const pinned = pin(stage, item, bar);
			if (pinned) layers.progress.append(pinned);
		});
		// The library places its labels in the next frame; ours come right after.
		requestAnimationFrame(() => this.#placeLabels());
		this.container.dispatchEvent(new Event('scroll'));
	}
}

function measure({ rows, today, zoom, width, locale }: Scene): Scale {
	const range = rangeOf(rows, today, zoom, width);
	return { range, ticks: ticksOf(range, zoom, locale), locale };
}
