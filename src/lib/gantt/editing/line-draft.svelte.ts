import { checkEdit, type EditFault } from '#core/schedule/check-edit.ts';
import { sameValues, type Values } from '#core/schedule/edit.ts';
import { isPoint, type ScheduleItem } from '#core/schedule/types.ts';

/** What is typed in the fields of one line, and what is wrong with it; shared by the table's rows and the panel. */
export class LineDraft {
	#item: ScheduleItem;
	startsOn = $state('');
	endsOn = $state('');
	progress = $state<number | null | undefined>(0);
	title = $state('');

	/** @param typed what the fields begin with, where it is not what the line holds */
	constructor(item: ScheduleItem, typed: Values = item) {
		this.#item = $state.raw(item);
		this.#fill(typed);
	}

	#fill({ startsOn, endsOn, progress, title }: Values): void {
		Object.assign(this, { startsOn, endsOn, progress, title });
	}

	/** Back to the values of the line. */
	reset(item: ScheduleItem = this.#item): void {
		this.#item = item;
		this.#fill(item);
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
