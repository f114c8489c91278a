import type { Calendar } from '../calendar/calendar.ts';
import { formatDay, formatDayShort } from '../calendar/format.ts';
import type { Day } from '../calendar/days.ts';
import type { Clause } from './common.ts';
import { makeResolver, type Dated, type EventDays } from './events.ts';
import type { Contract, Deliverable, Milestone, Phase, Task } from './schema.ts';

export type PlannedPhase = {
	code: string;
	title: string;
	startsOn: Day | null;
	endsOn: Day | null;
	/** The fixed date that prevails over the duration, null when the contract gives none. */
	limitOn: Day | null;
	duration: string | null;
	clause: Clause | null;
};
export type PlannedMilestone = Dated & {
	code: string;
	title: string;
	phase: string | null;
	committee: string | null;
	kind: Milestone['kind'];
	/** The day to draw: due, or null while it is awaited. */
	day: Day | null;
	clause: Clause | null;
};
export type PlannedDeliverable = Dated & {
	code: string;
	title: string;
	phase: string | null;
	validators: string[];
	steps: (Dated & { label: string })[];
	clause: Clause | null;
};
export type PlannedTask = {
	code: string;
	title: string;
	phase: string | null;
	startsOn: Day | null;
	endsOn: Day | null;
	after: string[];
	origin: Task['origin'];
	owner: Task['owner'];
	clause: Clause | null;
};
/** Something the dates say that a person should know, such as a duration that runs past a fixed date. */
export type PlanAlert = { code: 'phase_past_limit' | 'task_past_end'; subject: string; text: string };

export type Plan = {
	phases: PlannedPhase[];
	milestones: PlannedMilestone[];
	deliverables: PlannedDeliverable[];
	tasks: PlannedTask[];
	alerts: PlanAlert[];
};

/**
 * The plan a contract gives once its events have days.
 * @param anchors days of events by name; they win over what the file says.
 * @returns dates are null where an event has no day yet (`awaiting` names it), never guessed.
 */
export function planOf(contract: Contract, anchors: EventDays, calendar: Calendar): Plan {
	const { date, dayOf } = makeResolver(contract, anchors, calendar);
	const phases = contract.phases.map((phase) => planPhase(phase, dayOf, date));
	const tasks = contract.tasks.map((task) => planTask(task, date));
	return {
		phases,
		milestones: contract.milestones.map((one) => {
			const told = dayOf(one.code);
			const dated = date(one.rule);
			return { ...head(one), committee: one.committee ?? null, kind: one.kind, ...dated, day: told };
		}),
		deliverables: contract.deliverables.map((one) => planDeliverable(one, date)),
		tasks: tasks.map(({ squeezed: _, ...task }) => task),
		alerts: [...phases.flatMap(pastLimit), ...tasks.flatMap(({ squeezed }) => squeezed)]
	};
}

/**
 * A task of the project ends on a day somebody works; a line of the contract's own plan keeps the day it was written
 * with, Sundays included. When its dates cross (a late start against a fixed end) it keeps one day. */
function planTask(one: Task, date: (rule: Task['start']) => Dated): PlannedTask & { squeezed: PlanAlert[] } {
	const startsOn = asDay(date(one.start).due);
	const end = date(one.end);
	const wanted = one.origin === 'contract' ? asDay(end.due) : end.advised;
	const crossed = startsOn !== null && wanted !== null && wanted < startsOn;
	const squeezed: PlanAlert[] = [];
	if (crossed) {
		const text = `${one.title} : commence le ${formatDay(startsOn)}, après sa fin fixée au ${formatDay(wanted)} ; à replanifier.`;
		squeezed.push({ code: 'task_past_end', subject: one.code, text });
	}
	const { after, origin, owner } = one;
	return { ...head(one), startsOn, endsOn: crossed ? startsOn : wanted, after, origin, owner, squeezed };
}

type Headed = { code: string; title: string; phase?: string | undefined; clause?: Clause | undefined };

function head(one: Headed) {
	return { code: one.code, title: one.title, phase: one.phase ?? null, clause: one.clause ?? null };
}

function asDay(moment: string | null): Day | null {
	return moment === null ? null : moment.slice(0, 10);
}

function planPhase(
	phase: Phase,
	dayOf: (event: string) => Day | null,
	date: (rule: Phase['start']) => Dated
): PlannedPhase {
	return {
		code: phase.code,
		title: phase.title,
		startsOn: dayOf(`start:${phase.code}`),
		endsOn: dayOf(`end:${phase.code}`),
		limitOn: phase.limit ? asDay(date(phase.limit).due) : null,
		duration: phase.duration ?? null,
		clause: phase.clause ?? null
	};
}

function planDeliverable(one: Deliverable, date: (rule: Deliverable['rule']) => Dated): PlannedDeliverable {
	const steps = one.steps.map((step) => ({ label: step.label, ...date(step.rule) }));
	return { ...head(one), validators: one.validators, steps, ...date(one.rule) };
}

function pastLimit(phase: PlannedPhase): PlanAlert[] {
	if (!phase.endsOn || !phase.limitOn || phase.endsOn <= phase.limitOn) return [];
	const text =
		`${phase.title} : la durée (${phase.duration ?? 'calculée'}) mène au ${formatDay(phase.endsOn)}, ` +
		`après la date fixe du ${formatDayShort(phase.limitOn)} ; cette limite demeure, et le plan la dépasse.`;
	return [{ code: 'phase_past_limit', subject: phase.code, text }];
}
