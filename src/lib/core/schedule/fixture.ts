import type { ScheduleItem } from './types.ts';

/** A line for tests, with what the test is about written over it. */
export function line(over: Partial<ScheduleItem> = {}): ScheduleItem {
	return {
		id: 't1',
		kind: 'task',
		code: null,
		title: 'Entretiens',
		phaseId: null,
		startsOn: '2019-11-04',
		endsOn: '2019-12-20',
		progress: 40,
		fixedByContract: false,
		limitOn: null,
		doneOn: null,
		clause: null,
		dependsOn: [],
		assignee: null,
		organisation: null,
		organisationId: null,
		constraint: null,
		actualStart: null,
		actualEnd: null,
		notes: null,
		refs: [],
		version: 1,
		...over
	};
}
