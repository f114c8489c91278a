import { checkEdit, type EditFault } from '#core/schedule/check-edit.ts';
import { sameValues, valuesOf, type Values } from '#core/schedule/edit.ts';
import { isPoint, type ScheduleItem } from '#core/schedule/types.ts';

/** What is typed in the fields of one line, and what is wrong with it; shared by the table's rows and the panel. */
export class LineDraft {
	#item: ScheduleItem;
	startsOn = $state('');
	endsOn = $state('');
	progress = $state<number | null | undefined>(0);
	title = $state('');

	constructor(item: ScheduleItem) {
		this.#item = $state.raw(item);
		this.reset(item);
	}

	/** Back to the values of the line. */
	reset(item: ScheduleItem = this.#item): void {
		this.#item = item;
		Object.assign(this, valuesOf(item));
	}

	get values(): Values {
		return {
			startsOn: this.startsOn,
			endsOn: isPoint(this.#item) ? this.startsOn : this.endsOn,
			progress: this.progress ?? Number.NaN,
			title: this.title.replace(/\s+/g, ' ').trim()
		};
	}

	get faults(): EditFault[] {
		return checkEdit(this.#item, this.values);
	}

	get changed(): boolean {
		return !sameValues(this.values, this.#item);
	}
}
