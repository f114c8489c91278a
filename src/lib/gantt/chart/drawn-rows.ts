import { isPoint, type ScheduleItem } from '#core/schedule/types.ts';
import type { Box } from '#core/schedule/drawing/route.ts';
import type { FrappeBar } from 'frappe-gantt';
import type { Stage } from '../drawing/backdrop.ts';
import { dress } from '../drawing/dress.ts';
import { placeLabel, stateText } from '../drawing/labels.ts';
import { edgesOf, linkEnds, pin, placeDiamond, placeEnds, stemOf } from '../drawing/marks.ts';
import { baselineBar, ghostBar } from '../drawing/spans.ts';
import { nameWords } from '../words.ts';
import { draggable, groupOf } from './hand/pointer.ts';
import type { Library } from './library/subclass.ts';
import { toTask } from './library/to-tasks.ts';
import { BAR_HEIGHT, type SceneIndex } from './scene.ts';

/** One row that is there. */
export interface DrawnRow {
	row: number;
	item: ScheduleItem;
	bar: FrappeBar;
	/** Under the bar: what was promised, and the contract's pin. */
	under: SVGElement[];
	/** Over it: its state in words, and where it would go. */
	over: SVGElement[];
}

/** The rows that are in the drawing: they come and go as the hand scrolls. */
export class DrawnRows {
	readonly #library: Library;
	/** By row. */
	readonly #rows = new Map<number, DrawnRow>();
	readonly #byId = new Map<string, DrawnRow>();
	readonly #byGroup = new WeakMap<Element, DrawnRow>();

	constructor(library: Library) {
		this.#library = library;
	}

	get places(): ReadonlySet<number> {
		return new Set(this.#rows.keys());
	}

	get size(): number {
		return this.#rows.size;
	}

	all(): Iterable<DrawnRow> {
		return this.#rows.values();
	}

	at(row: number): DrawnRow | undefined {
		return this.#rows.get(row);
	}

	/** By the id of the line. */
	of(id: string): DrawnRow | undefined {
		return this.#byId.get(id);
	}

	/** By what the library made of the id. */
	drawnAs(id: string): DrawnRow | undefined {
		for (const drawn of this.#rows.values()) if (drawn.bar.task.id === id) return drawn;
		return undefined;
	}

	/** The row under an event. */
	under(target: EventTarget | null): DrawnRow | undefined {
		const group = groupOf(target);
		return group ? this.#byGroup.get(group) : undefined;
	}

	/** Forgets all rows: the library has cleared its drawing. */
	clear(): void {
		this.#rows.clear();
		this.#byId.clear();
	}

	enter(
		rows: readonly number[],
		index: SceneIndex,
		stage: Stage,
		active: string | null,
		left: number
	): void {
		const items = rows.map((row) => index.scene.rows[row] as ScheduleItem);
		const bars = this.#library.enter(
			items.map((item, at) => toTask(item, rows[at] as number, nameWords))
		);
		bars.forEach((bar, at) => {
			const drawn = this.#dressed(
				items[at] as ScheduleItem,
				rows[at] as number,
				bar,
				index,
				stage,
				active
			);
			this.#rows.set(drawn.row, drawn);
			this.#byId.set(drawn.item.id, drawn);
			this.#byGroup.set(bar.group, drawn);
			if (drawn.item.id === index.scene.chosen) {
				bar.group.dataset['chosen'] = 'true';
				this.handles(drawn, index);
			}
			placeLabel(bar, left);
		});
		this.#inOrder(rows);
	}

	leave(row: number): void {
		const drawn = this.#rows.get(row);
		if (!drawn) return;
		this.#library.leave(drawn.bar);
		for (const element of [...drawn.under, ...drawn.over]) element.remove();
		this.#rows.delete(row);
		this.#byId.delete(drawn.item.id);
	}

	/** Handles for links come with the hand or the focus: most bars never need them. */
	handles({ bar, item }: DrawnRow, { scene }: SceneIndex): void {
		if (!scene.canLink || item.kind === 'phase' || item.undated || bar.group.querySelector('.link-end'))
			return;
		bar.group.append(...linkEnds());
		placeEnds(bar, BAR_HEIGHT, isPoint(item));
	}

	/** What the library does not know of follows a bar that is dragged. */
	follow({ bar, item }: DrawnRow, left: number): void {
		placeDiamond(bar, BAR_HEIGHT);
		placeEnds(bar, BAR_HEIGHT, isPoint(item));
		placeLabel(bar, left);
	}

	/** Where a bar stands now, in the middle of a drag too. */
	boxOf({ bar, item }: DrawnRow): Box {
		const [start, end] = edgesOf(bar, isPoint(item));
		return { start, end, ...stemOf(item, bar.$bar.getY(), BAR_HEIGHT), point: isPoint(item) };
	}

	#dressed(
		item: ScheduleItem,
		row: number,
		bar: FrappeBar,
		index: SceneIndex,
		stage: Stage,
		active: string | null
	): DrawnRow {
		const { today, canEdit, critical, baseline, ghosts, folds, locale } = index.scene;
		const look = {
			item,
			rights: draggable(item, canEdit),
			today,
			reachable: item.id === active,
			barHeight: BAR_HEIGHT,
			critical: critical?.has(item.id) ?? false,
			baseline: baseline?.[item.id] ?? null,
			ghost: ghosts?.get(item.id) ?? null,
			fold: folds?.get(item.id) ?? null
		};
		dress(stage, bar, look);
		const y = bar.$bar.getY();
		const under = [
			look.baseline ? baselineBar(stage, item, look.baseline, y, BAR_HEIGHT) : null,
			pin(stage, item, bar)
		].filter((element) => element !== null);
		const over = [
			stateText(bar, item, today, locale, look.critical),
			look.ghost ? ghostBar(stage, item, look.ghost, y, BAR_HEIGHT) : null
		].filter((element) => element !== null);
		this.#library.layers.progress.append(...under);
		bar.group.after(...over);
		return { row, item, bar, under, over };
	}

	/** Those who hear the chart find its rows in their order, whatever order they were drawn in. */
	#inOrder(rows: readonly number[]): void {
		const places = [...this.#rows.keys()].sort((a, b) => a - b);
		for (const row of rows.toReversed()) {
			const next = this.#rows.get(places[places.indexOf(row) + 1] ?? -1);
			const drawn = this.#rows.get(row);
			if (next && drawn) next.bar.group.before(drawn.bar.group, ...drawn.over);
		}
	}
}
