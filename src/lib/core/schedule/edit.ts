import { addDays } from '#core/calendar/days.ts';
import type { ScheduleEdit, ScheduleItem } from './types.ts';

/** The values of a line that a person may change. */
export type Values = Pick<ScheduleItem, 'startsOn' | 'endsOn' | 'progress' | 'title'>;

export function valuesOf({ startsOn, endsOn, progress, title }: Values): Values {
	return { startsOn, endsOn, progress, title };
}

export function sameValues(a: Values, b: Values): boolean {
	return (
		a.startsOn === b.startsOn && a.endsOn === b.endsOn && a.progress === b.progress && a.title === b.title
	);
}

/** The edit that brings `base` to `wanted`; progress and title are named only when they change. */
export function editTowards(base: ScheduleItem, wanted: Values, version = base.version): ScheduleEdit {
	const edit: ScheduleEdit = { id: base.id, version, startsOn: wanted.startsOn, endsOn: wanted.endsOn };
	if (wanted.progress !== base.progress) edit.progress = wanted.progress;
	if (wanted.title !== base.title) edit.title = wanted.title;
	return edit;
}

/** The edit that undoes what led from `before` to `after`, addressed to the version that `after` has. */
export function inverseEdit(before: ScheduleItem, after: ScheduleItem): ScheduleEdit {
	return editTowards(after, valuesOf(before));
}

/** The line as it will read once the edit is taken. The version stays: only the store gives a new one. */
export function applyEdit(item: ScheduleItem, edit: ScheduleEdit): ScheduleItem {
	const { startsOn, endsOn } = edit;
	const { progress, title } = { progress: edit.progress ?? item.progress, title: edit.title ?? item.title };
	return { ...item, startsOn, endsOn, progress, title };
}

/** Both days moved by the same number of days. */
export function shifted(item: Values, days: number): Values {
	return { ...valuesOf(item), startsOn: addDays(item.startsOn, days), endsOn: addDays(item.endsOn, days) };
}

/** The last day moved, never before the first: a task lasts one day at least. */
export function resized(item: Values, days: number): Values {
	const endsOn = addDays(item.endsOn, days);
	return { ...valuesOf(item), endsOn: endsOn < item.startsOn ? item.startsOn : endsOn };
}
