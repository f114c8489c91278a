import { editTowards, sameValues, valuesOf, type Values } from '#core/schedule/edit.ts';
import type { EditOutcome, ScheduleEdit, ScheduleItem } from '#core/schedule/types.ts';
import { History, type Step } from './history.ts';
import { newSlot, shown, stopTimer, wantedOf, type SaveMode, type Slot } from './slot.ts';

/** A change that met somebody else's: both sides, for the person to choose. */
export interface Conflict {
	mine: ScheduleItem;
	current: ScheduleItem;
	changedBy: string;
	changedAt: string;
}

/** What just happened, for the announcement and the banners. */
export type EditorEvent =
	| { kind: 'saved' | 'undone' | 'redone' | 'stale' | 'offline'; item: ScheduleItem }
	| { kind: 'refused'; item: ScheduleItem; message: string };

export interface EditorOptions {
	save: (edit: ScheduleEdit) => Promise<EditOutcome>;
	/** Called after anything the screen shows has changed. */
	changed: () => void;
	tell: (event: EditorEvent) => void;
}

/**
 * Keeps a person's changes to the schedule: shows them at once, saves one at a time per line, and settles what the
 * store answers. It knows nothing of charts or tables, which both speak to it.
 */
export class ScheduleEditor {
	#slots = new Map<string, Slot>();
	#order: string[] = [];
	#history = new History();
	#conflicts: Conflict[] = [];
	#options: EditorOptions;

	constructor(options: EditorOptions) {
		this.#options = options;
	}

	/** Takes the store's lines; a line known in a newer version here keeps it. */
	accept(items: readonly ScheduleItem[]): void {
		const kept = new Map<string, Slot>();
		for (const item of items) {
			const slot = this.#slots.get(item.id) ?? newSlot(item);
			if (item.version >= slot.base.version) slot.base = item;
			if (slot.wanted === null) slot.version = slot.base.version;
			kept.set(item.id, slot);
		}
		for (const [id, slot] of this.#slots) if (!kept.has(id)) stopTimer(slot);
		this.#slots = kept;
		this.#order = items.map((item) => item.id);
		this.#options.changed();
	}

	/** The lines as the person sees them, in the order they came. */
	get items(): ScheduleItem[] {
		return this.#order.map((id) => shown(this.#slots.get(id) as Slot));
	}

	get conflict(): Conflict | null {
		return this.#conflicts[0] ?? null;
	}

	get canUndo(): boolean {
		return this.#history.canUndo;
	}

	get canRedo(): boolean {
		return this.#history.canRedo;
	}

	/** The lines whose change waits for the network. */
	get waiting(): ScheduleItem[] {
		return [...this.#slots.values()].filter((slot) => slot.offline).map(shown);
	}

	/** How many changes are being saved or about to be. */
	get pending(): number {
		return [...this.#slots.values()].filter((slot) => slot.wanted !== null && !slot.offline).length;
	}

	/**
	 * Changes some values of a line.
	 * @param wait milliseconds to wait for a further change before saving (repeated keys); 0 saves at once.
	 */
	propose(id: string, change: Partial<Values>, wait = 0): void {
		const slot = this.#slots.get(id);
		if (!slot) return;
		this.#want(slot, { ...wantedOf(slot), ...change }, 'edit');
		if (wait > 0) slot.timer = setTimeout(() => void this.#send(slot), wait);
		else void this.#send(slot);
	}

	/** Saves now what was waiting for a further change. */
	flush(): void {
		for (const slot of this.#slots.values()) if (slot.timer !== null) void this.#send(slot);
	}

	/** Tries again what the network did not take. */
	retry(): void {
		for (const slot of this.#slots.values()) if (slot.offline) void this.#send(slot);
	}

	undo(): void {
		this.#replay('undo', this.#history.takeUndo());
	}

	redo(): void {
		this.#replay('redo', this.#history.takeRedo());
	}

	/** Closes the conflict and leaves what the other person wrote. */
	keepTheirs(): void {
		this.#conflicts.shift();
		this.#options.changed();
	}

	/** Closes the conflict and writes this person's values again, over the version now known. */
	applyMine(): void {
		const conflict = this.#conflicts.shift();
		if (conflict) this.propose(conflict.mine.id, valuesOf(conflict.mine));
		this.#options.changed();
	}

	#replay(mode: SaveMode, step: Step | undefined): void {
		if (!step) return;
		const slot = this.#slots.get(step.id);
		// A line being saved has no settled version to come back from: the step waits for its turn.
		if (!slot || slot.wanted !== null) return this.#history.putBack(mode, step);
		this.#want(slot, mode === 'undo' ? step.before : step.after, mode);
		slot.version = step.version;
		void this.#send(slot, step);
	}

	#want(slot: Slot, wanted: Values, mode: SaveMode): void {
		stopTimer(slot);
		if (slot.wanted === null) slot.version = slot.base.version;
		slot.wanted = sameValues(wanted, slot.base) && !slot.sending ? null : wanted;
		slot.mode = mode;
		slot.offline = false;
		this.#options.changed();
	}

	async #send(slot: Slot, step?: Step): Promise<void> {
		stopTimer(slot);
		const { wanted, base, mode } = slot;
		if (wanted === null || slot.sending) return;
		slot.sending = true;
		slot.offline = false;
		this.#options.changed();
		let outcome: EditOutcome;
		try {
			outcome = await this.#options.save(editTowards(base, wanted, slot.version));
		} catch {
			outcome = { ok: false, reason: 'offline' };
		}
		slot.sending = false;
		this.#settle(slot, { before: base, wanted, outcome, mode, step });
		this.#options.changed();
	}

	#settle(slot: Slot, sent: Sent): void {
		const { outcome, wanted, mode, step } = sent;
		const mine = shown(slot);
		if (outcome.ok) {
			if (outcome.item.version >= slot.base.version) slot.base = outcome.item;
			slot.version = outcome.item.version;
			const after = valuesOf(outcome.item);
			this.#history.record(mode, {
				id: mine.id,
				before: mode === 'undo' ? after : valuesOf(sent.before),
				after: mode === 'undo' ? valuesOf(sent.before) : after,
				version: outcome.item.version
			});
			this.#options.tell({ kind: SAVED[mode], item: outcome.item });
			this.#goOn(slot, wanted);
			return;
		}
		if (outcome.reason === 'offline') {
			slot.offline = true;
			this.#options.tell({ kind: 'offline', item: mine });
			return;
		}
		slot.wanted = null;
		slot.mode = 'edit';
		if (outcome.reason === 'stale') {
			slot.base = outcome.current;
			const { current, changedBy, changedAt } = outcome;
			this.#conflicts.push({ mine, current, changedBy, changedAt });
			this.#options.tell({ kind: 'stale', item: mine });
		} else {
			if (step) this.#history.putBack(mode, step);
			this.#options.tell({ kind: 'refused', item: mine, message: outcome.message });
		}
		slot.version = slot.base.version;
	}

	/** After a save: either nothing more is wanted, or the person went on meanwhile and that is saved next. */
	#goOn(slot: Slot, saved: Values): void {
		const more =
			slot.wanted !== null && !sameValues(slot.wanted, saved) && !sameValues(slot.wanted, slot.base);
		if (more) {
			slot.mode = 'edit';
			if (slot.timer === null) void this.#send(slot);
		} else {
			stopTimer(slot);
			slot.wanted = null;
			slot.mode = 'edit';
		}
	}
}

interface Sent {
	before: Values;
	wanted: Values;
	outcome: EditOutcome;
	mode: SaveMode;
	/** The step of an undo or redo, put back when the store refuses it. */
	step: Step | undefined;
}

const SAVED = { edit: 'saved', undo: 'undone', redo: 'redone' } as const;
