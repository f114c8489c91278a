import type { Day } from '#core/calendar/days.ts';

/** What a drag has come to when the button is released. */
export interface Dragged {
	startsOn?: Day;
	endsOn?: Day;
	progress?: number;
}

/**
 * Gathers what the library reports during a drag (once per day crossed) and gives the last of it once.
 * Escape gives the drag up: nothing more is heard until the button is released.
 */
export class DragLog {
	#last = new Map<string, Dragged>();
	#given = false;
	/** True from the first day crossed until the next press: the click that ends a drag opens nothing. */
	moved = false;

	press(): void {
		this.#last.clear();
		this.#given = false;
		this.moved = false;
	}

	note(id: string, change: Dragged): void {
		this.moved = true;
		if (!this.#given) this.#last.set(id, { ...this.#last.get(id), ...change });
	}

	/** Forgets the drag; true when there was one. */
	giveUp(): boolean {
		const had = this.#last.size > 0;
		this.#last.clear();
		this.#given = true;
		return had;
	}

	/** The last change of each line, once. */
	release(): [string, Dragged][] {
		const all = [...this.#last];
		this.#last.clear();
		this.#given = false;
		return all;
	}
}
