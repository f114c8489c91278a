import type { Day } from '#core/calendar/days.ts';
import type { DayLocale } from '#core/calendar/format.ts';
import { dayNumber } from '#core/schedule/drawing/day-number.ts';
import { surelyBroken, type Box } from '#core/schedule/drawing/route.ts';
import type { Span } from '#core/schedule/drawing/scale.ts';
import type { Link } from '#core/schedule/network/types.ts';
import { isPoint, type Holiday, type ScheduleItem } from '#core/schedule/types.ts';
import { HALF, stemOf } from '../drawing/marks.ts';
import { DAY_WIDTH, rangeOf, type Range, type Zoom } from '../drawing/range.ts';
import { drawnLinks, type DrawnLink } from './drawn-links.ts';

export const BAR_HEIGHT = 22;
/** As in gantt.css, for the names beside. */
export const ROW_HEIGHT = 40;
export const HEADER_HEIGHT = 64;

/** What the chart shows. */
export interface Scene {
	/** The rows, in order, those of folded phases left out. */
	rows: readonly ScheduleItem[];
	/** Every line, folded or not: the period does not change when a phase is folded. */
	all: readonly ScheduleItem[];
	links: readonly Link[];
	broken: ReadonlySet<string> | null;
	baseline: Readonly<Record<string, Span>> | null;
	critical: ReadonlySet<string> | null;
	ghosts: ReadonlyMap<string, Span> | null;
	/** The phases that can be folded; null when none can. */
	folds: ReadonlyMap<string, { open: boolean; count: number }> | null;
	today: Day;
	holidays: readonly Holiday[];
	canEdit: boolean;
	canLink: boolean;
	/** The line a finger chose, whose handles are large; null for none. */
	chosen: string | null;
	zoom: Zoom;
	locale: DayLocale;
	/** Pixels of the frame left to the time scale. */
	width: number;
}

/** What is looked up again and again in a scene, found once. */
export class SceneIndex {
	readonly scene: Scene;
	readonly range: Range;
	readonly dayWidth: number;
	/** Days of the drawing. */
	readonly days: number;
	readonly #origin: number;
	readonly #places = new Map<string, number>();
	#links: ReadonlyMap<string, readonly DrawnLink[]> | null = null;
	#items: ReadonlyMap<string, ScheduleItem> | null = null;

	constructor(scene: Scene) {
		this.scene = scene;
		const { all, today, zoom, width, baseline, ghosts } = scene;
		const others = [...(baseline ? Object.values(baseline) : []), ...(ghosts ? ghosts.values() : [])];
		this.range = rangeOf(all, today, zoom, width, others);
		this.dayWidth = DAY_WIDTH[zoom];
		this.#origin = dayNumber(this.range.from);
		this.days = dayNumber(this.range.to) - this.#origin + 1;
		scene.rows.forEach(({ id }, index) => this.#places.set(id, index));
	}

	/** Height of the whole, header included. */
	get height(): number {
		return HEADER_HEIGHT + this.scene.rows.length * ROW_HEIGHT;
	}

	placeOf(id: string): number | undefined {
		return this.#places.get(id);
	}

	x(day: Day): number {
		return (dayNumber(day) - this.#origin) * this.dayWidth;
	}

	/** Where a row's bar stands, drawn or not. */
	boxOf(item: ScheduleItem, row: number): Box {
		const [start, end] = [this.x(item.startsOn), this.x(item.endsOn) + this.dayWidth];
		const centre = (start + end) / 2;
		const point = isPoint(item);
		return {
			start: point ? centre - HALF : start,
			end: point ? centre + HALF : end,
			...stemOf(item, HEADER_HEIGHT + row * ROW_HEIGHT + (ROW_HEIGHT - BAR_HEIGHT) / 2, BAR_HEIGHT),
			point
		};
	}

	/** Any line, also one whose row is folded away. */
	item(id: string): ScheduleItem | undefined {
		this.#items ??= new Map(this.scene.all.map((item) => [item.id, item]));
		return this.#items.get(id);
	}

	/** The links of a row. */
	linksOf(id: string): readonly DrawnLink[] {
		if (!this.#links) {
			this.item('');
			const items = this.#items as ReadonlyMap<string, ScheduleItem>;
			this.#links = drawnLinks(this.scene.links, items, (one) => this.#places.get(one));
		}
		return this.#links.get(id) ?? [];
	}

	/** True when one of the links drawn there is not kept. */
	isBroken(link: DrawnLink): boolean {
		const { broken } = this.scene;
		return link.of.some((one) => {
			if (broken) return broken.has(one.id);
			const [from, to] = [this.item(one.from), this.item(one.to)];
			return from !== undefined && to !== undefined && surelyBroken(one, from, to);
		});
	}
}
