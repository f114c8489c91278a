import type Gantt from 'frappe-gantt';
import type { FrappeBar, FrappeTask } from 'frappe-gantt';
import { draw } from '../../drawing/svg.ts';

const DAY_MS = 86_400_000;

export type BarClass = new (gantt: Gantt, task: FrappeTask) => FrappeBar;

/** The library marks a bar's days in the header, hidden until it is pointed at: one mark for all, that nobody sees. */
let mark: HTMLElement | null = null;

/**
 * The library's bar without what makes a frame long: it animates each bar from nothing, counts its length one day at a
 * time, measures its label at each step of a drag (which lays the page out again), and hears six events that nobody
 * asked for.
 */
export function leanBar(Base: BarClass): BarClass {
	return class extends Base {
		override draw_bar(): void {
			const { x, y, width, height, corner_radius: radius } = this;
			const shape = { class: 'bar', x, y, width, height, rx: radius, ry: radius };
			this.$bar = draw('rect', shape) as FrappeBar['$bar'];
			this.bar_group.append(this.$bar);
		}

		override draw_progress_bar(): void {
			const { x, y, height } = this;
			const [width, radius] = [this.calculate_progress_width(), this.corner_radius + 2];
			const shape = { class: 'bar-progress', x, y, width, height, rx: radius, ry: radius };
			this.$bar_progress = draw('rect', shape);
			this.bar_group.append(this.$bar_progress);
			this.$date_highlight = mark ??= document.createElement('div');
		}

		/** Both ends are local midnights; an hour more or less is a change of the clock. */
		override compute_duration(): void {
			const days = Math.max(
				0,
				Math.round((Number(this.task._end) - Number(this.task._start)) / DAY_MS)
			);
			this.task.actual_duration = days;
			this.task.ignored_duration = 0;
			this.duration = days;
			this.actual_duration_raw = days;
			this.ignored_duration_raw = 0;
		}

		/** A bar pulled past its other end stops at one day; the library would move it instead. */
		override update_bar_position(change: { x?: number | null; width?: number | null }): void {
			const width = change.width ?? null;
			if (width === null || width >= this.gantt.config.column_width) super.update_bar_position(change);
		}

		/** The names are placed by us. */
		override update_label_position(): void {}

		/** Presses, hovers and double taps are heard once for all bars, by us. */
		override bind(): void {}
	};
}
