import { editable, type Editable } from '#core/schedule/permissions.ts';
import type { ScheduleItem } from '#core/schedule/types.ts';
import type Gantt from 'frappe-gantt';
import { firstDay, lastDay } from '../library/civil.ts';
import type { DrawnRows } from '../drawn-rows.ts';
import { DragLog, type Dragged } from './drag.ts';
import { isCut } from '../library/to-tasks.ts';

export interface PointerOptions {
	rows: Pick<DrawnRows, 'under' | 'drawnAs'>;
	canEdit: () => boolean;
	change: (id: string, change: Dragged) => void;
	open: (id: string) => void;
	/** Puts the drawing back, after Escape or when something arrived during a drag. */
	redraw: (givenUp: boolean) => void;
}

/** The line under an event. */
export function groupOf(target: EventTarget | null): SVGGElement | null {
	return target instanceof Element ? target.closest<SVGGElement>('.bar-wrapper') : null;
}

/** The handle under an event from which a link is drawn. */
export function linkEndOf(target: EventTarget | null): SVGGElement | null {
	return target instanceof Element ? target.closest<SVGGElement>('.link-end') : null;
}

/** What of this line may be dragged. A line drawn shorter than it is keeps its days, or the drag would cut it. */
export function draggable(item: ScheduleItem, canEdit: boolean): Editable {
	const rights = editable(item, canEdit);
	return isCut(item) ? { ...rights, dates: false } : rights;
}

/** The mouse on the chart: which presses reach the library, and what a drag has come to when it ends. */
export class Pointer {
	#gantt: Gantt;
	#options: PointerOptions;
	#log = new DragLog();
	/** A bar is held: nothing may be drawn again until it is let go. */
	held = false;

	constructor(gantt: Gantt, options: PointerOptions) {
		this.#gantt = gantt;
		this.#options = options;
		gantt.$container.addEventListener('mousedown', this.#down, true);
		gantt.$container.addEventListener('click', this.#click);
		document.addEventListener('mouseup', this.#up);
		document.addEventListener('keydown', this.#key);
	}

	destroy(): void {
		document.removeEventListener('mouseup', this.#up);
		document.removeEventListener('keydown', this.#key);
	}

	dated(drawn: string, start: Date, end: Date): void {
		this.#log.note(drawn, { startsOn: firstDay(start), endsOn: lastDay(end) });
	}

	progressed(drawn: string, progress: number): void {
		this.#log.note(drawn, { progress: Math.min(100, Math.max(0, Math.round(progress))) });
	}

	/** A press reaches the library only where a drag is allowed. */
	#down = (event: MouseEvent): void => {
		this.#log.press();
		const item = this.#options.rows.under(event.target)?.item;
		if (!item) return;
		const rights = draggable(item, this.#options.canEdit());
		const onProgress = event.target instanceof Element && event.target.matches('.handle.progress');
		const allowed = onProgress ? rights.progress : rights.dates;
		this.held = event.button === 0 && !linkEndOf(event.target) && allowed;
		if (!this.held) event.stopPropagation();
	};

	#up = (event: MouseEvent): void => {
		// The library only hears a release over its drawing.
		if (!(event.target instanceof Node && this.#gantt.$svg.contains(event.target))) {
			this.#gantt.$svg.dispatchEvent(new MouseEvent('mouseup'));
		}
		if (!this.held) return;
		this.held = false;
		const changes = this.#log.release();
		// Found before anything is drawn again: by then the row may be another.
		const told = changes.map(([drawn, change]) => ({
			item: this.#options.rows.drawnAs(drawn)?.item,
			change
		}));
		this.#options.redraw(false);
		for (const { item, change } of told) if (item) this.#options.change(item.id, change);
	};

	#click = (event: MouseEvent): void => {
		const item = this.#options.rows.under(event.target)?.item;
		if (item && !this.#log.moved && !linkEndOf(event.target)) this.#options.open(item.id);
	};

	#key = (event: KeyboardEvent): void => {
		if (event.key !== 'Escape' || !this.#log.giveUp()) return;
		this.held = false;
		this.#options.redraw(true);
	};
}
