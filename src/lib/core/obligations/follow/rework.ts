import { makeCalendar, type Calendar, type CalendarName } from '../../calendar/calendar.ts';
import type { Day } from '../../calendar/days.ts';
import type { EventDays } from '../../contract/events.ts';
import type { Contract } from '../../contract/schema.ts';
import type { Extension } from '../extend.ts';
import { plan, plannedOf, type PlanFacts, type Planned } from '../plan.ts';
import { replanStored, type Changes } from '../replan.ts';
import { missionSpan } from '../span.ts';
import { doneStates, standingOf } from '../standing.ts';
import { fulfilments } from './fulfil.ts';
import { contractAsRead, readingsOf } from './readings.ts';
import type { StoredOccurrence, World } from './world.ts';

/** A mission as its obligations are worked out from it. */
export type MissionFacts = {
	contract: Contract;
	anchors: EventDays;
	world: World;
};

export const contractCalendar = ({ calendar }: Contract): Calendar =>
	makeCalendar(calendar.base as CalendarName, calendar.changes);

/** The days of single events: the anchors told, milestones reached or set, deliverables handed in (the latest). */
export function eventDays({ contract, anchors, world }: MissionFacts): EventDays {
	const derived = new Set([
		...contract.milestones.map(({ code }) => code),
		...contract.phases.flatMap(({ code }) => [`start:${code}`, `end:${code}`]),
		...contract.anchors.filter((one) => one.rule !== undefined).map(({ name }) => name)
	]);
	const days: EventDays = {};
	for (const [name, day] of Object.entries(anchors)) if (!derived.has(name)) days[name] = day;
	for (const { code, dueOn, doneOn, fixed } of world.milestones) {
		const day = doneOn ?? (fixed ? null : dueOn);
		if (day !== null) days[code] = day;
	}
	for (const { code, on } of world.versions) days[`submitted:${code}`] = on;
	return days;
}

function extensionsOf({ acts }: World): Extension[] {
	return acts.flatMap((one) =>
		one.kind === 'extended' && one.key !== null && one.days !== null
			? [{ key: one.key, days: one.days, on: one.on, act: one.reason }]
			: []
	);
}

/** The contract as read and the facts its plan is made of. Without any beginning nothing repeats yet. */
export function planFactsOf(facts: MissionFacts): { contract: Contract; facts: PlanFacts } {
	const contract = contractAsRead(facts.contract, readingsOf(facts.world.acts));
	const calendar = contractCalendar(contract);
	const events = eventDays(facts);
	const span = missionSpan(contract, events, calendar) ?? { from: '2000-01-02', to: '2000-01-01' };
	const meetings = facts.world.meetings
		.filter((one) => one.state !== 'cancelled')
		.map(({ committee, code, day }) => ({ committee, code, day }));
	return {
		contract,
		facts: {
			events,
			meetings,
			extensions: extensionsOf(facts.world),
			calendar,
			from: span.from,
			to: span.to
		}
	};
}

export type Rework = {
	planned: readonly Planned[];
	changes: Changes<StoredOccurrence & { done: boolean }>;
	/** New, moved, or read another way with the same dates: what the store is given. */
	write: Planned[];
};

/**
 * What a mission's obligations are now, beside what its store holds. What is done keeps its dates; what the contract
 * no longer asks for is ended, never deleted.
 */
export function rework(facts: MissionFacts, stored: readonly StoredOccurrence[]): Rework {
	const { contract, facts: planFacts } = planFactsOf(facts);
	const planned = plannedOf(plan(contract, planFacts));
	const followed = fulfilments(contract, facts.world);
	const rows = stored
		.filter((one) => !one.ended)
		.map((one) => ({ ...one, done: isDone(one, followed(one).facts, planFacts.to) }));
	const changes = replanStored(rows, planned);
	const byKey = new Map(rows.map((one) => [one.key, one]));
	const moved = new Set(changes.moved.map(({ after }) => after.key));
	const write = planned.filter((one) => {
		const was = byKey.get(one.key);
		if (was === undefined || moved.has(one.key)) return true;
		return !was.done && (was.state !== one.state || told(was.rule) !== told(one.duty.rule));
	});
	return { planned, changes, write };
}

/** Done means recorded: the day on which it is asked changes nothing. */
function isDone(
	one: StoredOccurrence,
	facts: ReturnType<ReturnType<typeof fulfilments>>['facts'],
	day: Day
): boolean {
	return doneStates.has(standingOf(one, facts, day).state);
}

/** A rule as text, whatever the order its fields were kept in. */
function told(rule: object): string {
	return JSON.stringify(Object.entries(rule).sort(([a], [b]) => (a < b ? -1 : 1)));
}
