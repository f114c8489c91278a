import type { Values } from '#core/schedule/edit.ts';
import type { PlanAsk } from './plan-ask.ts';
import type { SaveMode } from './slot.ts';

/** One saved change of one line: the values before it was made and after, whichever way it was last walked. */
export interface LineStep {
	kind: 'line';
	id: string;
	before: Values;
	after: Values;
	/** The version that this person's last save gave the line: an undo never runs over somebody else's change. */
	version: number;
}

/** Several lines moved together, as one act of the store. */
export interface ActStep {
	kind: 'act';
	act: string;
	/** What was asked, to do it again. */
	ask: PlanAsk;
}

/** Something else of the schedule, a link for instance, that knows how to take itself back. */
export interface Deed {
	kind: 'deed';
	/** @returns whether it was done */
	undo: () => Promise<boolean>;
	redo: () => Promise<boolean>;
}

export type Step = LineStep | ActStep | Deed;

/** What can be undone and redone, in the order it was done. */
export class History {
	#past: Step[] = [];
	#future: Step[] = [];

	get canUndo(): boolean {
		return this.#past.length > 0;
	}

	get canRedo(): boolean {
		return this.#future.length > 0;
	}

	/** What an undo would take back. */
	get last(): Step | undefined {
		return this.#past.at(-1);
	}

	/**
	 * Records what was kept. A new change empties what could be redone.
	 * @param saved the lines it wrote: their older steps go on to the new version, they are all this person's
	 */
	record(mode: SaveMode, step: Step, saved: readonly { id: string; version: number }[] = []): void {
		const versions = new Map(saved.map(({ id, version }) => [id, version]));
		for (const other of [...this.#past, ...this.#future]) {
			if (other.kind === 'line') other.version = versions.get(other.id) ?? other.version;
		}
		if (mode === 'edit') this.#future = [];
		if (mode === 'undo') this.#future.push(step);
		else this.#past.push(step);
	}

	takeUndo(): Step | undefined {
		return this.#past.pop();
	}

	takeRedo(): Step | undefined {
		return this.#future.pop();
	}

	/** Puts back a step whose save did not pass, so that it can be tried again. */
	putBack(mode: SaveMode, step: Step): void {
		if (mode === 'undo') this.#past.push(step);
		if (mode === 'redo') this.#future.push(step);
	}
}
