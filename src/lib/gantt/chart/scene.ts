import type { Day } from '#core/calendar/days.ts';
import type { DayLocale } from '#core/calendar/format.ts';
import { dayNumber } from '#core/schedule/drawing/day-number.ts';
import { surelyBroken, type Box } from '#core/schedule/drawing/route.ts';
import type { Span } from '#core/schedule/drawing/scale.ts';
import type { Link } from '#core/schedule/network/types.ts';
import { isPoint, type Holiday, type ScheduleItem } from '#core/schedule/types.ts';
import { HALF } from '../drawing/marks.ts';
import { DAY_WIDTH, rangeOf, type Range, type Zoom } from '../drawing/range.ts';

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
	zoom: Zoom;
	locale: DayLocale;
	/** Pixels of the frame left to the time scale. */
	width: number;
}

/** A row's links are drawn up to this many, the nearest first: one line that all others follow stays readable. */
const MOST_LINKS = 40;

/** What is looked up again and again in a scene, found once. */
export class SceneIndex {
	readonly scene: Scene;
	readonly range: Range;
	readonly dayWidth: number;
	/** Days of the drawing. */
	readonly days: number;
	readonly #origin: number;
	readonly #places = new Map<string, number>();
	#links: Map<string, Link[]> | null = null;

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
			middle: HEADER_HEIGHT + row * ROW_HEIGHT + ROW_HEIGHT / 2,
			half: BAR_HEIGHT / 2,
			point
		};
	}

	/** The links of a line whose other end is a row too. */
	linksOf(id: string): readonly Link[] {
		this.#links ??= this.#gather();
		return this.#links.get(id) ?? [];
	}

	isBroken(link: Link): boolean {
		const { broken, rows } = this.scene;
		if (broken) return broken.has(link.id);
		const [from, to] = [rows[this.#places.get(link.from) ?? -1], rows[this.#places.get(link.to) ?? -1]];
		return from !== undefined && to !== undefined && surelyBroken(link, from, to);
	}

	#gather(): Map<string, Link[]> {
		const found = new Map<string, Link[]>();
		for (const link of this.scene.links) {
			if (link.from === link.to || !this.#places.has(link.from) || !this.#places.has(link.to)) continue;
			for (const id of [link.from, link.to]) {
				const known = found.get(id);
				if (known) known.push(link);
				else found.set(id, [link]);
			}
		}
		const length = ({ from, to }: Link) =>
			Math.abs((this.#places.get(from) as number) - (this.#places.get(to) as number));
		for (const [id, links] of found) {
			if (links.length <= MOST_LINKS) continue;
			found.set(id, links.sort((a, b) => length(a) - length(b)).slice(0, MOST_LINKS)); // prettier-ignore
		}
		return found;
	}
}
