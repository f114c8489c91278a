import { valuesOf, type Values } from '#core/schedule/edit.ts';
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

export function stopTimer(slot: Slot): void {
	if (slot.timer !== null) clearTimeout(slot.timer);
	slot.timer = null;
}
