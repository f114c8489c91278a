import type { ScheduleItem } from '#core/schedule/types.ts';
import { arrow, light, placeArrow, type Tied } from '../drawing/arrows.ts';
import { draw } from '../drawing/svg.ts';
import type { DrawnRow, DrawnRows } from './drawn-rows.ts';
import type { DrawnLink } from './drawn-links.ts';
import { ROW_HEIGHT, type SceneIndex } from './scene.ts';

/** How long a hand that went fast must rest before the arrows come. */
const REST_MS = 90;

/** The arrows of the links that touch a row in view. */
export class Ties {
	readonly #drawn: DrawnRows;
	#index: SceneIndex | null = null;
	#layer: SVGGElement | null = null;
	readonly #arrows = new Map<string, { link: DrawnLink; group: SVGGElement }>();
	#lit: string | null = null;
	#timer = 0;

	constructor(drawn: DrawnRows) {
		this.#drawn = drawn;
	}

	/** Starts anew in a layer that the library has just made. */
	reset(layer: SVGGElement, index: SceneIndex): void {
		this.clear();
		this.#arrows.clear();
		this.#layer = draw('g', { class: 'ties' });
		layer.append(this.#layer);
		this.#index = index;
		this.#lit = null;
	}

	/** Lets go of what is still to be done. */
	clear(): void {
		clearTimeout(this.#timer);
	}

	/**
	 * Brings the arrows of the rows that are drawn, and takes the others away. A hand that goes fast sees no arrows
	 * come: each would have a large part of the screen painted again, in every frame. They are there once it rests.
	 */
	update(fast: boolean): void {
		clearTimeout(this.#timer);
		if (fast) this.#timer = window.setTimeout(() => this.#bring(), REST_MS);
		else this.#bring();
	}

	#bring(): void {
		if (!this.#index || !this.#layer) return;
		for (const [id, { link, group }] of this.#arrows) {
			if (this.#drawn.of(link.from) || this.#drawn.of(link.to)) continue;
			group.remove();
			this.#arrows.delete(id);
		}
		for (const { item } of this.#drawn.all()) {
			for (const link of this.#index.linksOf(item.id)) {
				if (this.#arrows.has(link.id)) continue;
				const tied = this.#tied(link);
				if (!tied) continue;
				const group = arrow(tied, ROW_HEIGHT / 2, this.#index.scene.locale);
				this.#arrows.set(link.id, { link, group });
				this.#layer.append(group);
				if (this.#lit === item.id) light(group, tied, true, this.#index.scene.locale);
			}
		}
	}

	/** The arrows of a bar that is being dragged go with it. */
	follow(id: string): void {
		for (const link of this.#index?.linksOf(id) ?? []) {
			const known = this.#arrows.get(link.id);
			const tied = known && this.#tied(link);
			if (known && tied) placeArrow(known.group, tied, ROW_HEIGHT / 2);
		}
	}

	/** Puts forward the links of one line, with their words; null for none. */
	light(id: string | null): void {
		if (id === this.#lit || !this.#index) return;
		const { locale } = this.#index.scene;
		const former = this.#lit;
		this.#lit = id;
		for (const [of, lit] of [
			[former, false],
			[id, true]
		] as const) {
			for (const link of of === null ? [] : this.#index.linksOf(of)) {
				const known = this.#arrows.get(link.id);
				const tied = known && this.#tied(link);
				if (known && tied) light(known.group, tied, lit, locale);
			}
		}
	}

	#tied(link: DrawnLink): Tied | null {
		const index = this.#index as SceneIndex;
		const ends = [link.from, link.to].map((id) => this.#end(index, id));
		const [from, to] = ends;
		if (!from || !to) return null;
		const near = (from.drawn ?? to.drawn)?.item.id === from.item.id ? from.box.middle : to.box.middle;
		const named = (id: string) => index.item(id) ?? from.item;
		return { link, from, to, broken: index.isBroken(link), near, named };
	}

	#end(index: SceneIndex, id: string) {
		const row = index.placeOf(id);
		const item: ScheduleItem | undefined = index.scene.rows[row ?? -1];
		if (row === undefined || !item) return null;
		const drawn: DrawnRow | undefined = this.#drawn.of(id);
		return { item, drawn, box: drawn ? this.#drawn.boxOf(drawn) : index.boxOf(item, row) };
	}
}
