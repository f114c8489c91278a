import { addDays, diffDays, type Day } from '#core/calendar/days.ts';
import type { DayLocale } from '#core/calendar/format.ts';
import { editable, type Editable } from '#core/schedule/permissions.ts';
import { standing } from '#core/schedule/punctuality.ts';
import type { Holiday, ScheduleItem } from '#core/schedule/types.ts';
import type Gantt from 'frappe-gantt';
import type { FrappeBar } from 'frappe-gantt';
import { barLabel, lineWords } from '../words.ts';
import { backdrop, offsetOf, todayLine, type Stage } from './backdrop.ts';
import { firstDay, lastDay } from './civil.ts';
import { DragLog, type Dragged } from './drag.ts';
import { safeId } from './escape.ts';
import { listenTo, type Release } from './listen.ts';
import { bracket, diamond, pin, placeDiamond } from './marks.ts';
import { DAY_WIDTH, rangeOf, type Range, type Zoom } from './range.ts';
import { chartClass, viewModes, type Scale } from './subclass.ts';
import { ticksOf } from './ticks.ts';
import { isCut, toTasks } from './to-tasks.ts';

export const BAR_HEIGHT = 22;
export const ROW_HEIGHT = 40;
export const HEADER_HEIGHT = 64;

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

export interface Handlers {
	change: (id: string, change: Dragged) => void;
	open: (id: string) => void;
}

/**
 * One chart of the library, with what it lacks around it. Made once per page; `show` draws again in place.
 * `destroy` takes back everything, the library's own listener on the document included.
 */
export class ChartEngine {
	#gantt: Gantt;
	#scene: Scene;
	#scale: Scale;
	#log = new DragLog();
	#release: Release;
	#handlers: Handlers;
	/** The line that Tab reaches. */
	#active: string | null = null;
	/** A bar is held by the mouse; what arrives meanwhile is drawn after the release. */
	#held = false;
	#next: Scene | null = null;

	constructor(Library: typeof Gantt, host: HTMLElement, scene: Scene, handlers: Handlers) {
		this.#scene = scene;
		this.#handlers = handlers;
		this.#scale = this.#measure(scene);
		const Chart = chartClass(Library, this.#scale);
		// The library listens on the document and never lets go: what it adds while it is built is kept, to be removed.
		const { made, release } = listenTo(document, () => new Chart(host, this.#tasks(), this.#options()));
		this.#gantt = made;
		this.#release = release;
		this.#bind();
		this.#draw();
	}

	get container(): HTMLElement {
		return this.#gantt.$container;
	}

	get range(): Range {
		return this.#scale.range;
	}

	/** Draws a new scene, keeping the day at the left edge and the focus where they were. */
	show(scene: Scene): void {
		if (this.#held) {
			this.#next = scene;
			return;
		}
		const left = addDays(this.range.from, Math.floor(this.container.scrollLeft / this.#dayWidth));
		const focused = groupOf(document.activeElement) !== null;
		const zoomed = scene.zoom !== this.#scene.zoom;
		this.#scene = scene;
		Object.assign(this.#scale, this.#measure(scene));
		const top = this.container.scrollTop;
		this.#gantt.options.readonly = !scene.canEdit;
		this.#gantt.options.view_mode = scene.zoom;
		this.#gantt.refresh(this.#tasks());
		this.#draw();
		this.container.scrollTop = top;
		if (zoomed) this.center(scene.today);
		else this.container.scrollLeft = Math.max(0, diffDays(this.range.from, left) * this.#dayWidth);
		if (focused && this.#active !== null) this.#group(this.#active)?.focus({ preventScroll: true });
	}

	/** The line that Tab reaches, and the arrows start from. */
	get active(): string | null {
		return this.#active;
	}

	/** Makes a line the one that Tab reaches. */
	activate(id: string): void {
		if (this.#active !== null) this.#group(this.#active)?.setAttribute('tabindex', '-1');
		this.#active = id;
		this.#group(id)?.setAttribute('tabindex', '0');
	}

	/** Moves the focus to a line, in view. */
	focus(item: ScheduleItem): void {
		this.activate(item.id);
		this.reveal(item);
		this.#group(item.id)?.focus({ preventScroll: true });
	}

	#group(id: string): SVGGElement | null {
		return this.container.querySelector(`.bar-wrapper[data-id="${safeId(id)}"]`);
	}

	/** Brings a day to the first third of the screen. False when it is outside the drawing. */
	center(day: Day): boolean {
		const inside = day >= this.range.from && day <= this.range.to;
		const shown = inside ? day : this.range.from;
		this.container.scrollLeft = diffDays(this.range.from, shown) * this.#dayWidth - this.#scene.width / 3;
		return inside;
	}

	/** Brings a line into view: its start, unless part of it is already there. */
	reveal(item: ScheduleItem): void {
		const start = diffDays(this.range.from, item.startsOn) * this.#dayWidth;
		const end = (diffDays(this.range.from, item.endsOn) + 1) * this.#dayWidth;
		const { scrollLeft } = this.container;
		if (end < scrollLeft + 24 || start > scrollLeft + this.#scene.width - 48) {
			this.container.scrollLeft = start - this.#scene.width / 4;
		}
		const row = this.#scene.rows.findIndex(({ id }) => id === item.id) * ROW_HEIGHT;
		const room = this.container.clientHeight - HEADER_HEIGHT - ROW_HEIGHT;
		if (row < this.container.scrollTop) this.container.scrollTop = row;
		else if (row > this.container.scrollTop + room) this.container.scrollTop = row - room;
	}

	destroy(): void {
		this.#release();
		document.removeEventListener('mouseup', this.#mouseUp);
		document.removeEventListener('keydown', this.#escape);
		this.container.remove();
	}

	get #dayWidth(): number {
		return DAY_WIDTH[this.#scene.zoom];
	}

	#measure({ rows, today, zoom, width, locale }: Scene): Scale {
		const range = rangeOf(rows, today, zoom, width);
		return { range, ticks: ticksOf(range, zoom, locale), locale };
	}

	#tasks() {
		const { rows, today, locale } = this.#scene;
		return toTasks(rows, (item) => barLabel(item, today, locale));
	}

	#options() {
		return {
			bar_height: BAR_HEIGHT,
			padding: ROW_HEIGHT - BAR_HEIGHT,
			upper_header_height: 28,
			lower_header_height: 26,
			container_height: 'auto' as const,
			view_modes: orderedModes(viewModes(this.#scale), this.#scene.zoom),
			holidays: null,
			lines: 'horizontal' as const,
			auto_move_label: true,
			// What follows a task is the schedule's business, not the drawing's.
			move_dependencies: false,
			infinite_padding: false,
			today_button: false,
			popup: false as const,
			readonly: !this.#scene.canEdit,
			scroll_to: null,
			language: this.#scene.locale,
			on_date_change: (task: { id: string }, start: Date, end: Date) => {
				const bar = this.#gantt.get_bar(task.id);
				if (bar) placeDiamond(bar, BAR_HEIGHT);
				this.#log.note(task.id, { startsOn: firstDay(start), endsOn: lastDay(end) });
			},
			on_progress_change: (task: { id: string }, progress: number) => {
				this.#log.note(task.id, { progress: Math.min(100, Math.max(0, Math.round(progress))) });
			}
		};
	}

	#item(drawn: string | null | undefined): ScheduleItem | undefined {
		return this.#scene.rows.find(({ id }) => safeId(id) === drawn);
	}

	/** What of this line may be dragged. */
	#rights(item: ScheduleItem): Editable {
		const rights = editable(item, this.#scene.canEdit);
		return isCut(item) ? { ...rights, dates: false } : rights;
	}

	#bind(): void {
		const { container } = this;
		container.addEventListener('mousedown', this.#mouseDown, true);
		container.addEventListener('click', (event) => {
			const item = this.#item(groupOf(event.target)?.dataset['id']);
			if (item && !this.#log.moved) this.#handlers.open(item.id);
		});
		container.addEventListener('focusin', (event) => {
			const item = this.#item(groupOf(event.target)?.dataset['id']);
			if (item) this.activate(item.id);
		});
		document.addEventListener('mouseup', this.#mouseUp);
		document.addEventListener('keydown', this.#escape);
	}

	/** A press reaches the library only where a drag is allowed. */
	#mouseDown = (event: MouseEvent): void => {
		this.#log.press();
		const item = this.#item(groupOf(event.target)?.dataset['id']);
		if (!item) return;
		const rights = this.#rights(item);
		const onProgress = event.target instanceof Element && event.target.matches('.handle.progress');
		if (event.button !== 0 || !(onProgress ? rights.progress : rights.dates)) event.stopPropagation();
		else this.#held = true;
	};

	#mouseUp = (event: MouseEvent): void => {
		// The library only hears a release over its drawing.
		if (!(event.target instanceof Node && this.#gantt.$svg.contains(event.target))) {
			this.#gantt.$svg.dispatchEvent(new MouseEvent('mouseup'));
		}
		this.#held = false;
		const scene = this.#next;
		this.#next = null;
		const changes = this.#log.release();
		if (scene) this.show(scene);
		for (const [drawn, change] of changes) {
			const item = this.#item(drawn);
			if (item) this.#handlers.change(item.id, change);
		}
	};

	#escape = (event: KeyboardEvent): void => {
		if (event.key !== 'Escape' || !this.#log.giveUp()) return;
		this.#held = false;
		this.show(this.#scene);
	};

	#draw(): void {
		const { $svg, layers, grid_height, $header, dates } = this.#gantt;
		const { today, holidays, locale, rows } = this.#scene;
		if (!rows.some(({ id }) => id === this.#active)) this.#active = rows[0]?.id ?? null;
		const stage: Stage = {
			range: this.range,
			dayWidth: this.#dayWidth,
			top: HEADER_HEIGHT,
			bottom: grid_height,
			locale
		};
		// Its bars would grow from nothing at each drawing.
		for (const animation of $svg.querySelectorAll('animate')) animation.remove();
		$svg.setAttribute('width', String(dates.length * this.#dayWidth));
		layers.grid.append(backdrop(stage, this.#scale.ticks, holidays));
		const now = todayLine(stage, today);
		if (now) layers.progress.append(now);
		$header.classList.toggle('has-today', now !== null);
		$header.style.setProperty(
			'--today-at',
			`${offsetOf(stage, clampDay(today, this.range)) + this.#dayWidth / 2}px`
		);
		trimLabels(this.#gantt.upperTexts, dates.length * this.#dayWidth);
		this.#gantt.bars.forEach((bar, index) => {
			const item = rows[index];
			if (item) this.#dress(stage, bar, item, item.id === this.#active);
		});
		this.container.dispatchEvent(new Event('scroll'));
	}

	/** Gives a bar its kind, its state, its marks and its words. */
	#dress(stage: Stage, bar: FrappeBar, item: ScheduleItem, reachable: boolean): void {
		const { group } = bar;
		const rights = this.#rights(item);
		Object.assign(group.dataset, {
			kind: item.kind,
			state: standing(item, this.#scene.today).state,
			dates: rights.dates ? 'free' : 'fixed',
			progress: rights.progress ? 'free' : 'fixed'
		});
		group.setAttribute('role', 'button');
		group.setAttribute('tabindex', reachable ? '0' : '-1');
		group.setAttribute('aria-label', lineWords(item, this.#scene.today, this.#scene.locale));
		if (item.kind === 'milestone') {
			bar.bar_group.append(diamond(item));
			placeDiamond(bar, BAR_HEIGHT);
		}
		if (item.kind === 'phase') bar.bar_group.append(bracket(item, bar));
		const pinned = pin(stage, item, bar);
		if (pinned) this.#gantt.layers.progress.append(pinned);
	}
}

function groupOf(target: EventTarget | null): SVGGElement | null {
	return target instanceof Element ? target.closest<SVGGElement>('.bar-wrapper') : null;
}

function clampDay(day: Day, { from, to }: Range): Day {
	if (day < from) return from;
	return day > to ? to : day;
}

/** The library starts on the first mode of its list, whatever it is told. */
function orderedModes<T extends { name: string }>(modes: T[], first: string): T[] {
	return [...modes.filter(({ name }) => name === first), ...modes.filter(({ name }) => name !== first)];
}

/** A month that shows only its last days leaves its label no room: it is cut at the next one. */
function trimLabels(labels: readonly HTMLElement[], width: number): void {
	labels.forEach((label, index) => {
		const next = labels[index + 1];
		const end = next ? Number.parseFloat(next.style.left) : width;
		label.style.maxWidth = `${end - Number.parseFloat(label.style.left)}px`;
	});
}
