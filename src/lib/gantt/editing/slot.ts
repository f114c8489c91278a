import { sameDays, valuesOf, type Values } from '#core/schedule/edit.ts';
import type { ScheduleItem } from '#core/schedule/types.ts';

export type SaveMode = 'edit' | 'undo' | 'redo';

/** What the editor knows of one line: what the store holds, and what the person wants instead. */
export interface Slot {
	base: ScheduleItem;
	/** The values wanted and not yet confirmed; null when there are none. */
	wanted: Values | null;
	/** The version the wanted values were built on: the one an edit must name. */
	version: number;
	mode: SaveMode;
	sending: boolean;
	offline: boolean;
	/** Its new days move or break something else: they wait until the person has seen what. */
	held: boolean;
	timer: ReturnType<typeof setTimeout> | null;
}

export function newSlot(base: ScheduleItem): Slot {
	return {
		base,
		wanted: null,
		version: base.version,
		mode: 'edit',
		sending: false,
		offline: false,
		held: false,
		timer: null
	};
}

/** The line as the screen shows it: the person's own change at once, the store's word otherwise. */
export function shown(slot: Slot): ScheduleItem {
	return slot.wanted === null ? slot.base : { ...slot.base, ...slot.wanted };
}

export function wantedOf(slot: Slot): Values {
	return slot.wanted ?? valuesOf(slot.base);
}

/** The person wants the line on other days than those it is stored on. */
export function movesIt(slot: Slot): boolean {
	return slot.wanted !== null && !sameDays(slot.wanted, slot.base);
}

export function stopTimer(slot: Slot): void {
	if (slot.timer !== null) clearTimeout(slot.timer);
	slot.timer = null;
}

/** Nothing is wanted any more: the line is as the store holds it. */
export function rest(slot: Slot): void {
	stopTimer(slot);
	slot.wanted = null;
	slot.held = false;
	slot.mode = 'edit';
	slot.version = slot.base.version;
}
