import type { Values } from '#core/schedule/edit.ts';
import type { SaveMode } from './slot.ts';

/** One saved change: the values before it was made and after, whichever way it was last walked. */
export interface Step {
	id: string;
	before: Values;
	after: Values;
	/** The version that this person's last save gave the line: an undo never runs over somebody else's change. */
	version: number;
}

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

	/** Records a save. A new change empties what could be redone. */
	record(mode: SaveMode, step: Step): void {
		// Later saves of the same line carry its older steps to the new version: they are all this person's.
		for (const other of [...this.#past, ...this.#future]) {
			if (other.id === step.id) other.version = step.version;
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
