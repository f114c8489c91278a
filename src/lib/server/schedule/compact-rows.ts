import type { Link } from '#core/schedule/network/types.ts';
import type { LinkRow, TaskRow } from './items.ts';

/** What the store gives without names, as there are thousands of it. */
export interface Compact {
	/** The values of each task, in the order of `schedule_rows`. */
	tasks: unknown[][];
	/** `id from to type lag unit version;…`; null when there is none. */
	links: string | null;
}

/** By their places, so that all rows have one shape. */
function taskOf(values: unknown[]): TaskRow {
	const v = values as never[];
	return {
		id: v[0]!,
		code: v[1]!,
		title: v[2]!,
		phase_id: v[3]!,
		position: v[4]!,
		starts_on: v[5]!,
		ends_on: v[6]!,
		progress: v[7]!,
		objective: v[8]!,
		clause: v[9]!,
		assignee: v[10]!,
		organisation_id: v[11]!,
		constraint_kind: v[12]!,
		constraint_on: v[13]!,
		actual_start: v[14]!,
		actual_end: v[15]!,
		notes: v[16]!,
		version: v[17]!
	};
}

function linkOf(text: string): LinkRow {
	const [id, from, to, type, lag, lagUnit, version] = text.split(' ') as [
		string,
		string,
		string,
		...string[]
	];
	return {
		id,
		from,
		to,
		type: type as Link['type'],
		lag: Number(lag),
		lagUnit: lagUnit as Link['lagUnit'],
		version: Number(version)
	};
}

/** Names again what came without its names. */
export const named = <R extends Compact>(
	rows: R
): Omit<R, keyof Compact> & { tasks: TaskRow[]; links: LinkRow[] } => ({
	...rows,
	tasks: rows.tasks.map(taskOf),
	links: rows.links === null ? [] : rows.links.split(';').map(linkOf)
});
