import type { Replan } from '#core/schedule/network/types.ts';
import type { ScheduleItem } from '#core/schedule/types.ts';
import type { ActStep, History } from './history.ts';
import type { Lines } from './lines.ts';
import type { Conflict, PlanAsk, PlanMode, PlanOutcome } from './plan-ask.ts';
import { movesIt, rest, shown, type SaveMode, type Slot } from './slot.ts';

/** What just happened to several lines together. */
export type PlanEvent =
	| { kind: 'planned' | 'unplanned' | 'replanned'; items: ScheduleItem[] }
	| { kind: 'preview_changed' | 'plan_offline' }
	| { kind: 'plan_refused'; message: string };

export interface PlannerOptions {
	keepPlan: (ask: PlanAsk) => Promise<PlanOutcome>;
	undoPlan: (act: string) => Promise<PlanOutcome>;
	changed: () => void;
	tell: (event: PlanEvent) => void;
}

interface Host {
	lines: Lines;
	history: History;
	/** Saves what is still wanted of a line once its days are settled. */
	goOn: (slot: Slot) => void;
	conflicts: (found: Conflict[]) => void;
}

/**
 * The changes of days that move or break something else: held until the person has seen what, then kept as one act,
 * and taken back as one act.
 */
export class Planner {
	#host: Host;
	#options: PlannerOptions;
	/** The store's own preview, when what it holds is not what this page showed. */
	answered: { mode: PlanMode; replan: Replan } | null = null;
	/** The store did not answer; what was asked waits here. */
	offline = false;
	sending = false;

	constructor(host: Host, options: PlannerOptions) {
		this.#host = host;
		this.#options = options;
	}

	get held(): Slot[] {
		return this.#host.lines.all.filter((slot) => slot.held);
	}

	hold(slot: Slot): void {
		slot.held = true;
		this.forget();
		this.#options.changed();
	}

	/** What the store said of the plan shown before is of no more use: another is being made. */
	forget(): void {
		this.answered = null;
		this.offline = false;
	}

	/** Leaves the days as they were; what else was changed on these lines is still saved. */
	cancel(): void {
		for (const slot of this.held) this.#letGo(slot);
		this.forget();
		this.#options.changed();
	}

	/** Keeps what was shown. */
	async keep(mode: PlanMode, shownMoves: Replan['moves']): Promise<void> {
		const ask: PlanAsk = {
			edits: this.held.map((slot) => {
				const { startsOn, endsOn } = shown(slot);
				return { id: slot.base.id, version: slot.version, startsOn, endsOn };
			}),
			mode,
			expected: shownMoves
		};
		if (ask.edits.length > 0) await this.#ask(ask, 'edit');
	}

	async undo(step: ActStep): Promise<void> {
		await this.#send(() => this.#options.undoPlan(step.act), 'undo', step.ask, step);
	}

	/** Asks again for what was taken back, from the versions the lines have now. */
	async redo(step: ActStep): Promise<void> {
		const edits = step.ask.edits.map((edit) => ({
			...edit,
			version: this.#host.lines.get(edit.id)?.base.version ?? edit.version
		}));
		await this.#ask({ ...step.ask, edits }, 'redo', step);
	}

	#ask(ask: PlanAsk, mode: SaveMode, step?: ActStep): Promise<void> {
		return this.#send(() => this.#options.keepPlan(ask), mode, ask, step);
	}

	async #send(
		send: () => Promise<PlanOutcome>,
		mode: SaveMode,
		ask: PlanAsk,
		step?: ActStep
	): Promise<void> {
		if (this.sending) {
			if (step) this.#host.history.putBack(mode, step);
			return;
		}
		this.sending = true;
		this.offline = false;
		this.#options.changed();
		const outcome = await send().catch((): PlanOutcome => ({ ok: false, reason: 'offline' }));
		this.sending = false;
		if (outcome.ok) this.#taken(outcome, mode, ask);
		else this.#notTaken(outcome, mode, ask, step);
		this.#options.changed();
	}

	#taken({ act, items }: Extract<PlanOutcome, { ok: true }>, mode: SaveMode, ask: PlanAsk): void {
		const { lines, history } = this.#host;
		lines.take(items);
		history.record(mode, { kind: 'act', act, ask }, items);
		this.answered = null;
		for (const { id } of ask.edits) {
			const slot = lines.get(id);
			if (slot && mode !== 'undo') this.#letGo(slot);
		}
		this.#options.tell({
			kind: ({ edit: 'planned', undo: 'unplanned', redo: 'replanned' } as const)[mode],
			items
		});
	}

	#notTaken(
		outcome: Extract<PlanOutcome, { ok: false }>,
		mode: SaveMode,
		ask: PlanAsk,
		step: ActStep | undefined
	): void {
		const { lines, history, conflicts } = this.#host;
		if (outcome.reason === 'preview_changed') {
			// What was to be done again no longer does the same: it is shown like a new change.
			if (mode === 'redo') for (const edit of ask.edits) this.#want(edit);
			this.answered = { mode: ask.mode, replan: outcome.preview };
			return this.#options.tell({ kind: 'preview_changed' });
		}
		if (outcome.reason === 'stale') {
			const found = outcome.conflicts.map((one) => ({
				...one,
				mine: this.#mine(one.current, mode, ask)
			}));
			lines.take(outcome.conflicts.map(({ current }) => current));
			if (mode === 'edit') for (const { id } of ask.edits) rest(lines.get(id) as Slot);
			return conflicts(found);
		}
		if (step) history.putBack(mode, step);
		if (outcome.reason === 'offline') {
			this.offline = mode === 'edit';
			return this.#options.tell({ kind: 'plan_offline' });
		}
		this.#options.tell({ kind: 'plan_refused', message: outcome.message });
	}

	/** What this person wanted of a line that somebody else changed. */
	#mine(current: ScheduleItem, mode: SaveMode, ask: PlanAsk): ScheduleItem {
		const edit = ask.edits.find(({ id }) => id === current.id);
		const move = ask.expected.find(({ id }) => id === current.id);
		const days = mode === 'undo' ? move?.from : (edit ?? move?.to);
		const wanted = this.#host.lines.get(current.id)?.wanted;
		const { startsOn, endsOn } = days ?? current;
		return { ...current, ...wanted, startsOn, endsOn };
	}

	#want({ id, startsOn, endsOn }: PlanAsk['edits'][number]): void {
		const slot = this.#host.lines.get(id);
		if (!slot) return;
		slot.wanted = { ...shown(slot), startsOn, endsOn };
		slot.version = slot.base.version;
		slot.held = movesIt(slot);
	}

	/** The days are as stored again; whatever else is wanted of the line goes its way. */
	#letGo(slot: Slot): void {
		slot.held = false;
		if (slot.wanted === null) return;
		const { startsOn, endsOn } = slot.base;
		slot.wanted = { ...slot.wanted, startsOn, endsOn };
		this.#host.goOn(slot);
	}
}
