import type { Day } from '#core/calendar/days.ts';
import type { DayLocale } from '#core/calendar/format.ts';
import { dayNumber } from '#core/schedule/drawing/day-number.ts';
import type Gantt from 'frappe-gantt';
import type { FrappeBar, FrappeDate, FrappeTask, FrappeViewMode } from 'frappe-gantt';
import { civilDay, localMidnight } from './civil.ts';
import { DAY_WIDTH, ZOOMS, type Range, type Zoom } from '../../drawing/range.ts';
import { upperLabel, type Tick } from '../../drawing/ticks.ts';
import { leanBar, type BarClass } from './lean-bar.ts';

/** What the drawing is made from; the engine changes it before it asks for a new one. */
export interface Scale {
	range: Range;
	/** Those of the days near what is seen. */
	ticks: Tick[];
	locale: DayLocale;
	/** Height of all rows and of the header, drawn or not. */
	height: number;
}

/** The library as we use it: bars come and go, and the header follows the days in view. */
export interface Library extends Gantt {
	/** Draws some more bars; gives them in the same order. */
	enter(tasks: FrappeTask[]): FrappeBar[];
	leave(bar: FrappeBar): void;
	/** Writes the labels of the days in view in place of the former. */
	drawDates(): void;
}

/** One column per day at every scale; see DAY_WIDTH. */
export function viewModes(scale: Scale): FrappeViewMode[] {
	return ZOOMS.map((zoom: Zoom) => ({
		name: zoom,
		step: '1d',
		column_width: DAY_WIDTH[zoom],
		date_format: 'YYYY-MM-DD',
		upper_text: (date: Date) => upperLabel(within(scale.range, civilDay(date)), zoom, scale.locale),
		lower_text: () => ''
	}));
}

function within({ from, to }: Range, day: Day): Day {
	if (day < from) return from;
	return day > to ? to : day;
}

/**
 * The library given only the rows in view, with its own scale replaced by ours: Monday-aligned, on the mission's today
 * instead of the machine's, and without its loops over every day of the schedule.
 */
export function chartClass(
	Base: typeof Gantt,
	scale: Scale
): new (...args: ConstructorParameters<typeof Gantt>) => Library {
	let Lean: BarClass | null = null;
	// Not members of the class: the library draws while it is being built, when those are not there yet.
	const widthOf = (gantt: Gantt) =>
		(dayNumber(scale.range.to) - dayNumber(scale.range.from) + 1) * gantt.config.column_width;
	return class extends Base implements Library {
		override setup_gantt_dates(): void {
			this.gantt_start = localMidnight(scale.range.from);
			this.gantt_end = localMidnight(scale.range.to);
			this.config.date_format = 'YYYY-MM-DD';
		}

		override setup_date_values(): void {
			this.dates = [this.gantt_start, this.gantt_end];
		}

		/** A row stands where it stands among all rows, not among those that are drawn. */
		override setup_tasks(tasks: FrappeTask[]): void {
			super.setup_tasks(tasks);
			for (const task of this.tasks) task._index = task.row;
		}

		override make_grid_background(): void {
			this.grid_height = scale.height;
			this.$svg.setAttribute('width', String(widthOf(this)));
			this.$svg.setAttribute('height', String(scale.height));
			this.$container.style.height = `${scale.height}px`;
		}

		override make_grid_header(): void {
			super.make_grid_header();
			this.$header.style.width = `${widthOf(this)}px`;
		}

		// The backdrop is ours, and of the days in view only.
		override make_grid_rows(): void {}
		override make_grid_ticks(): void {}
		override make_grid_highlights(): void {
			this.config.ignored_positions = [];
		}

		/** It would measure the page in the middle of the drawing. */
		override set_dimensions(): void {}

		override get_dates_to_draw(): FrappeDate[] {
			const width = this.config.column_width;
			return scale.ticks.map(({ day, offset, upper, lower }) => ({
				date: localMidnight(day),
				formatted_date: day,
				column_width: width,
				x: offset * width,
				upper_text: upper,
				lower_text: lower,
				upper_y: 5,
				lower_y: this.options.upper_header_height + 5
			}));
		}

		drawDates(): void {
			this.$upper_header.replaceChildren();
			this.$lower_header.replaceChildren();
			this.make_dates();
		}

		override make_bars(): void {
			const all = this.tasks;
			if (Lean === null && all[0]) {
				// The library does not give its class of bars: it is taken from one bar, which is thrown away.
				this.tasks = [all[0]];
				super.make_bars();
				const [bar] = this.bars as [FrappeBar];
				bar.group.remove();
				bar.$date_highlight.remove();
				Lean = leanBar(bar.constructor as BarClass);
				this.tasks = all;
			}
			const Bar = Lean;
			this.bars = Bar === null ? [] : all.map((task) => new Bar(this, task));
			this.layers.bar.append(...this.bars.map(({ group }) => group));
		}

		enter(tasks: FrappeTask[]): FrappeBar[] {
			const before = { tasks: this.tasks, bars: this.bars };
			this.setup_tasks(tasks);
			this.make_bars();
			const made = this.bars;
			this.tasks = [...before.tasks, ...this.tasks];
			this.bars = [...before.bars, ...made];
			return made;
		}

		leave(bar: FrappeBar): void {
			bar.group.remove();
			this.bars = this.bars.filter((one) => one !== bar);
			this.tasks = this.tasks.filter((one) => one !== bar.task);
		}

		/** The engine keeps the place: the library would glide back to the start at each drawing. */
		override set_scroll_position(): void {}

		/** The library marks the machine's today. */
		override highlight_current(): void {}
	};
}
