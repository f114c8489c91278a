import { isDay } from '#core/calendar/days.ts';
import { FIRST_DAY, LAST_DAY } from '#core/schedule/check-edit.ts';
import type { Values } from '#core/schedule/edit.ts';
import type { ConstraintKind } from '#core/schedule/network/types.ts';
import type { ScheduleRef } from '#core/schedule/types.ts';

export type FactField = 'constraintDay' | 'actualStart' | 'actualEnd';
export type FactFaultCode = 'not_a_day' | 'out_of_range' | 'constraint_day' | 'actual_order';

type Facts = Required<
	Pick<
		Values,
		'constraint' | 'assignee' | 'organisationId' | 'actualStart' | 'actualEnd' | 'notes' | 'refs'
	>
>;

const orNull = (text: string) => text.trim() || null;

/** What is typed in a task's panel besides its days, its name and its progress. */
export class FactsDraft {
	kind = $state<ConstraintKind | ''>('');
	constraintDay = $state('');
	assignee = $state('');
	organisationId = $state('');
	actualStart = $state('');
	actualEnd = $state('');
	notes = $state('');
	refs = $state.raw<ScheduleRef[]>([]);

	constructor(of: Values) {
		this.kind = of.constraint?.kind ?? '';
		this.constraintDay = of.constraint?.day ?? '';
		this.assignee = of.assignee ?? '';
		this.organisationId = of.organisationId ?? '';
		this.actualStart = of.actualStart ?? '';
		this.actualEnd = of.actualEnd ?? '';
		this.notes = of.notes ?? '';
		this.refs = of.refs ?? [];
	}

	get values(): Facts {
		return {
			constraint: this.kind === '' ? null : { kind: this.kind, day: this.constraintDay },
			assignee: orNull(this.assignee),
			organisationId: orNull(this.organisationId),
			actualStart: orNull(this.actualStart),
			actualEnd: orNull(this.actualEnd),
			notes: orNull(this.notes),
			refs: this.refs
		};
	}

	/** What is wrong, in the order of the fields. */
	get faults(): { field: FactField; code: FactFaultCode }[] {
		const { constraint, actualStart, actualEnd } = this.values;
		const faults: { field: FactField; code: FactFaultCode }[] = [];
		const check = (field: FactField, day: string | null) => {
			if (day === null) return;
			if (!isDay(day)) faults.push({ field, code: 'not_a_day' });
			else if (day < FIRST_DAY || day > LAST_DAY) faults.push({ field, code: 'out_of_range' });
		};
		check('actualStart', actualStart);
		check('actualEnd', actualEnd);
		if (faults.length === 0 && actualStart && actualEnd && actualEnd < actualStart)
			faults.push({ field: 'actualEnd', code: 'actual_order' });
		if (constraint?.day === '') faults.push({ field: 'constraintDay', code: 'constraint_day' });
		else check('constraintDay', constraint?.day ?? null);
		return faults;
	}
}
