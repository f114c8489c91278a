import type { ScheduleItem } from '#core/schedule/types.ts';
import { newSlot, shown, stopTimer, type Slot } from './slot.ts';

/** The same line, word for word: it then keeps its object, and nothing on the screen is drawn or typed over again. */
const alike = (a: ScheduleItem, b: ScheduleItem) => a === b || JSON.stringify(a) === JSON.stringify(b);

/** The lines of the schedule as this page knows them, in the order they came. */
export class Lines {
	#slots = new Map<string, Slot>();
	#order: string[] = [];

	/**
	 * Takes all the store's lines; a line known in a newer version here keeps it.
	 * @returns those that somebody changed since they were last read here
	 */
	accept(items: readonly ScheduleItem[]): ScheduleItem[] {
		const kept = new Map<string, Slot>();
		const news: ScheduleItem[] = [];
		for (const item of items) {
			const known = this.#slots.get(item.id);
			const slot = known ?? newSlot(item);
			if (!known || item.version > slot.base.version) news.push(item);
			if (item.version >= slot.base.version && !alike(item, slot.base)) slot.base = item;
			if (slot.wanted === null) slot.version = slot.base.version;
			kept.set(item.id, slot);
		}
		for (const [id, slot] of this.#slots) if (!kept.has(id)) stopTimer(slot);
		this.#slots = kept;
		this.#order = items.map((item) => item.id);
		return news;
	}

	/** Takes some lines the store answered with, in whatever state their own changes are. */
	take(items: readonly ScheduleItem[]): void {
		for (const item of items) {
			const slot = this.#slots.get(item.id);
			if (!slot || item.version < slot.base.version) continue;
			slot.base = item;
			slot.version = item.version;
		}
	}

	get(id: string): Slot | undefined {
		return this.#slots.get(id);
	}

	get all(): Slot[] {
		return this.#order.map((id) => this.#slots.get(id) as Slot);
	}

	/** As the store holds them. */
	get stored(): ScheduleItem[] {
		return this.all.map((slot) => slot.base);
	}

	/** As the person sees them. */
	get items(): ScheduleItem[] {
		return this.all.map(shown);
	}
}
