import type { ScheduleItem } from '../../types.ts';
import type { Absent, Bound } from './types.ts';

/**
 * Why a task cannot be taken off by an import: it works for a deliverable, a meeting or an obligation, which decisions
 * are taken on; the contract's own plan has it; or it has really begun. The store refuses for the same reasons.
 */
export function boundOf(item: ScheduleItem): Bound | null {
	if (item.refs.length > 0) return 'refs';
	if (item.clause !== null || item.fixedByContract) return 'contract';
	return item.actualStart !== null || item.actualEnd !== null || item.progress > 0 ? 'began' : null;
}

/** The tasks that a file does not have. They are kept unless the person says otherwise. */
export const absentOf = (items: readonly ScheduleItem[], found: ReadonlySet<string>): Absent[] =>
	items
		.filter(({ kind, id }) => kind === 'task' && !found.has(id))
		.map((item) => ({
			id: item.id,
			code: item.code,
			title: item.title,
			startsOn: item.startsOn,
			endsOn: item.endsOn,
			version: item.version,
			bound: boundOf(item),
			refs: item.refs.map(({ code, title }) => `${code} ${title}`)
		}));
