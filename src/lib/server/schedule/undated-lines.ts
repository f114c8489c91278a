import { isDay, type Day } from '#core/calendar/days.ts';
import type { EventDays } from '#core/contract/events.ts';
import type { Contract } from '#core/contract/schema.ts';
import { whyUndated, type UndatedLine } from '#core/schedule/undated.ts';
import { hasDay, isDated } from './items.ts';
import type { ScheduleRows } from './read-schedule.ts';

const common = (row: { id: string; code: string | null; title: string; version: number }) => ({
	id: row.id,
	code: row.code,
	title: row.title,
	version: row.version,
	objective: null,
	startsOn: null,
	endsOn: null,
	done: false,
	after: null
});

/** A day no calendar has is still to be given. */
const onCalendars = (day: Day | null): Day | null => (isDay(day) ? day : null);

/** The lines that have no day yet, each with why, in the contract's own order. */
export function undatedLines(
	rows: Pick<ScheduleRows, 'phases' | 'tasks' | 'milestones'>,
	contract: Contract,
	known: EventDays
): UndatedLine[] {
	const phases = rows.phases
		.filter((p) => !isDated(p))
		.map((p): UndatedLine => {
			const source = contract.phases.find((one) => one.code === p.code);
			return {
				...common(p),
				kind: 'phase',
				phaseId: p.id,
				startsOn: onCalendars(p.starts_on),
				endsOn: onCalendars(p.ends_on),
				why: source ? whyUndated(contract, [source.start, source.end], known) : null,
				fixedByContract: true
			};
		});
	const inOrder = rows.tasks.toSorted((a, b) => a.position - b.position);
	const tasks = inOrder
		.filter((t) => !isDated(t))
		.map((t): UndatedLine => {
			const source = contract.tasks.find((one) => one.code === t.code);
			const before = inOrder.filter((one) => one.position < t.position && isDated(one));
			return {
				...common(t),
				kind: 'task',
				phaseId: t.phase_id,
				objective: t.objective,
				startsOn: onCalendars(t.starts_on),
				endsOn: onCalendars(t.ends_on),
				done: t.progress === 100,
				why: source ? whyUndated(contract, [source.start, source.end], known) : null,
				fixedByContract: false,
				after: before.at(-1)?.id ?? null
			};
		});
	const order = contract.milestones.map((one) => one.code);
	const milestones = rows.milestones
		.filter((m) => !hasDay(m))
		.toSorted((a, b) => order.indexOf(a.code) - order.indexOf(b.code))
		.map((m): UndatedLine => {
			const source = contract.milestones.find((one) => one.code === m.code);
			return {
				...common(m),
				kind: 'milestone',
				phaseId: m.phase_id,
				done: m.done_on !== null,
				why: source ? whyUndated(contract, [source.rule], known) : null,
				fixedByContract: m.is_fixed
			};
		});
	return [...phases, ...tasks, ...milestones];
}
