import { editTowards, sameValues, valuesOf, type Values } from '#core/schedule/edit.ts';
import type { EditOutcome, ScheduleEdit, ScheduleItem } from '#core/schedule/types.ts';
import { History, type Deed, type LineStep, type Step } from './history.ts';
import { Lines } from './lines.ts';
import type { Conflict, PlanMode } from './plan-ask.ts';
import { Planner, type PlanEvent, type PlannerOptions } from './planner.ts';
import { movesIt, rest, shown, stopTimer, wantedOf, type SaveMode, type Slot } from './slot.ts';

export type { Conflict } from './plan-ask.ts';

/** What just happened, for the announcement and the banners. */
export type EditorEvent =
	| { kind: 'saved' | 'undone' | 'redone' | 'stale' | 'offline' | 'held'; item: ScheduleItem }
	| { kind: 'refused'; item: ScheduleItem; message: string }
	| PlanEvent;

export interface EditorOptions extends Omit<PlannerOptions, 'tell'> {
	save: (edit: ScheduleEdit) => Promise<EditOutcome>;
	/** Whether these lines' new days concern anything else, which must then be seen before they are kept. */
	concerns: (wanted: readonly ScheduleItem[]) => boolean;
	tell: (event: EditorEvent) => void;
}

/**
 * Keeps a person's changes to the schedule: shows them at once, saves one at a time per line, and settles what the
 * store answers. It knows nothing of charts or tables, which both speak to it.
 */
export class ScheduleEditor {
	#lines = new Lines();
	#history = new History();
	#conflicts: Conflict[] = [];
	#options: EditorOptions;
	/** What is held until it was seen. */
	readonly plan: Planner;

	constructor(options: EditorOptions) {
		this.#options = options;
		this.plan = new Planner(
			{
				lines: this.#lines,
				history: this.#history,
				goOn: (slot) => this.#goOn(slot, valuesOf(slot.base)),
				conflicts: (found) => this.#meet(found)
			},
			options
		);
	}

	/** Takes the store's lines. @returns those that somebody changed since they were last read here */
	accept(items: readonly ScheduleItem[]): ScheduleItem[] {
		const news = this.#lines.accept(items);
		this.#options.changed();
		return news;
	}

	/** The lines as the person sees them, in the order they came. */
	get items(): ScheduleItem[] {
		return this.#lines.items;
	}

	/** The lines as the store holds them. */
	get stored(): ScheduleItem[] {
		return this.#lines.stored;
	}

	/** The lines whose new days wait to be seen with what they move. */
	get held(): ScheduleItem[] {
		return this.plan.held.map(shown);
	}

	/** Where this person's change met somebody else's. */
	get conflicts(): readonly Conflict[] {
		return this.#conflicts;
	}

	get canUndo(): boolean {
		return this.#history.canUndo && !this.plan.sending;
	}

	get canRedo(): boolean {
		return this.#history.canRedo && !this.plan.sending;
	}

	/** The lines whose change waits for the network. */
	get waiting(): ScheduleItem[] {
		return this.#lines.all.filter((slot) => slot.offline).map(shown);
	}

	/** How many changes are being saved or about to be. */
	get pending(): number {
		const lines = this.#lines.all.filter((slot) => slot.wanted !== null && !slot.offline && !slot.held);
		return lines.length + Number(this.plan.sending);
	}

	/**
	 * Changes some values of a line.
	 * @param wait milliseconds to wait for a further change before saving (repeated keys); 0 saves at once.
	 */
	propose(id: string, change: Partial<Values>, wait = 0): void {
		const slot = this.#lines.get(id);
		// What is being kept is on its way: it moves again once it is there.
		if (!slot || (slot.held && this.plan.sending)) return;
		this.#want(slot, { ...wantedOf(slot), ...change }, 'edit');
		if (wait > 0) slot.timer = setTimeout(() => void this.#send(slot), wait);
		else void this.#send(slot);
	}

	/** Saves now what was waiting for a further change. */
	flush(): void {
		for (const slot of this.#lines.all) if (slot.timer !== null) void this.#send(slot);
	}

	/** Tries again what the network did not take. */
	retry(): void {
		for (const slot of this.#lines.all) if (slot.offline) void this.#send(slot);
	}

	/** Shows what the links of a line ask for, where it stands now. */
	weighLinks(id: string): void {
		const slot = this.#lines.get(id);
		if (slot && slot.wanted === null) this.plan.hold(slot);
	}

	/** Keeps the held lines on their new days, and moves nothing else. */
	keepAlone(): void {
		for (const slot of this.plan.held) {
			slot.held = false;
			void this.#send(slot, undefined, true);
		}
	}

	/** Keeps the held lines with all that was shown to move. */
	async keepPlan(mode: PlanMode, moves: Parameters<Planner['keep']>[1]): Promise<void> {
		await this.plan.keep(mode, moves);
	}

	/** Something of the schedule was done that knows how to take itself back. */
	record(deed: Deed): void {
		this.#history.record('edit', deed);
		this.#options.changed();
	}

	undo(): void {
		this.#replay('undo', this.#history.takeUndo());
	}

	redo(): void {
		this.#replay('redo', this.#history.takeRedo());
	}

	/** Closes the conflict and leaves what the other person wrote. */
	keepTheirs(): void {
		this.#conflicts = [];
		this.#options.changed();
	}

	/** Closes the conflict and writes this person's values again, over the version now known. */
	applyMine(): void {
		const found = this.#conflicts;
		this.#conflicts = [];
		for (const { mine } of found) this.propose(mine.id, valuesOf(mine));
		this.#options.changed();
	}

	#replay(mode: 'undo' | 'redo', step: Step | undefined): void {
		if (!step) return;
		if (step.kind === 'act') void this.plan[mode](step);
		else if (step.kind === 'deed') void this.#redeed(mode, step);
		else this.#replayLine(mode, step);
		this.#options.changed();
	}

	async #redeed(mode: 'undo' | 'redo', deed: Deed): Promise<void> {
		const done = await deed[mode]().catch(() => false);
		if (done) this.#history.record(mode, deed);
		else this.#history.putBack(mode, deed);
		this.#options.changed();
	}

	#replayLine(mode: SaveMode, step: LineStep): void {
		const slot = this.#lines.get(step.id);
		// A line being saved has no settled version to come back from: the step waits for its turn.
		if (!slot || slot.wanted !== null) return this.#history.putBack(mode, step);
		this.#want(slot, mode === 'undo' ? step.before : step.after, mode);
		slot.version = step.version;
		void this.#send(slot, step);
	}

	#meet(found: Conflict[]): void {
		this.#conflicts = [...this.#conflicts, ...found];
		const first = found[0];
		if (first) this.#options.tell({ kind: 'stale', item: first.mine });
	}

	#want(slot: Slot, wanted: Values, mode: SaveMode): void {
		stopTimer(slot);
		if (slot.wanted === null) slot.version = slot.base.version;
		slot.wanted = sameValues(wanted, slot.base) && !slot.sending ? null : wanted;
		slot.mode = mode;
		slot.offline = false;
		// Days being shown stay shown while further keys come.
		slot.held = slot.held && movesIt(slot);
		this.plan.forget();
		this.#options.changed();
	}

	/** Its new days concern other lines, or come on top of days that are being shown. */
	#mustBeSeen(slot: Slot): boolean {
		if (!movesIt(slot)) return false;
		const others = this.plan.held.filter((one) => one !== slot);
		return others.length > 0 || this.#options.concerns([shown(slot)]);
	}

	/** @param seen what it does to other lines was seen, or is nothing */
	async #send(slot: Slot, step?: LineStep, seen = slot.mode !== 'edit'): Promise<void> {
		stopTimer(slot);
		const { wanted, base, mode } = slot;
		if (wanted === null || slot.sending) return;
		if (!seen && this.#mustBeSeen(slot)) {
			this.plan.hold(slot);
			return this.#options.tell({ kind: 'held', item: shown(slot) });
		}
		slot.held = false;
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
			const before = valuesOf(sent.before);
			const [from, to] = mode === 'undo' ? [after, before] : [before, after];
			const { id, version } = outcome.item;
			this.#history.record(mode, { kind: 'line', id, before: from, after: to, version }, [
				outcome.item
			]);
			this.#options.tell({ kind: SAVED[mode], item: outcome.item });
			this.#goOn(slot, wanted);
			return;
		}
		if (outcome.reason === 'offline') {
			slot.offline = true;
			this.#options.tell({ kind: 'offline', item: mine });
			return;
		}
		rest(slot);
		if (outcome.reason === 'stale') {
			slot.base = outcome.current;
			const { current, changedBy, changedAt } = outcome;
			this.#meet([{ mine, current, changedBy, changedAt }]);
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
			rest(slot);
		}
	}
}

interface Sent {
	before: Values;
	wanted: Values;
	outcome: EditOutcome;
	mode: SaveMode;
	/** The step of an undo or redo, put back when the store refuses it. */
	step: LineStep | undefined;
}

const SAVED = { edit: 'saved', undo: 'undone', redo: 'redone' } as const;
