import { backdrop, type Stage } from '../drawing/backdrop.ts';
import { stretchLabels } from '../drawing/labels.ts';
import { ticksOf } from '../drawing/ticks.ts';
import type { Library, Scale } from './library/subclass.ts';
import type { SceneIndex } from './scene.ts';
import { daysAround, stillIn, type Days } from './window.ts';

/** The header and the backdrop, of the days near what is seen: ten years of days are no more than a month of them. */
export class DaysInView {
	readonly #library: Library;
	readonly #scale: Scale;
	#days: Days = { first: 0, last: -1 };
	#backdrop: SVGGElement | null = null;

	constructor(library: Library, scale: Scale) {
		this.#library = library;
		this.#scale = scale;
	}

	/** Forgets what is drawn: the library has cleared its drawing. */
	clear(): void {
		this.#days = { first: 0, last: -1 };
		this.#backdrop = null;
	}

	/** Draws the days around a place, unless those that are there still do. */
	update(left: number, index: SceneIndex, stage: Stage): void {
		const { scene, range, dayWidth, days } = index;
		if (stillIn(this.#days, left, scene.width, dayWidth)) return;
		const around = daysAround(left, Math.max(scene.width, 320), dayWidth);
		// What ends with the drawing needs no more, however far the hand goes.
		this.#days = around.last >= days - 1 ? { ...around, last: Infinity } : around;
		const seen = { first: Math.min(around.first, days - 1), last: Math.min(around.last, days - 1) };
		this.#scale.ticks = ticksOf(range, scene.zoom, scene.locale, seen);
		this.#library.drawDates();
		stretchLabels(this.#library.upperTexts, (seen.last + 1) * dayWidth);
		this.#backdrop?.remove();
		this.#backdrop = backdrop(stage, this.#scale.ticks, scene.holidays, seen);
		this.#library.layers.grid.append(this.#backdrop);
	}
}
