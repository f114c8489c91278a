import { contentOf } from '../../creation/content.ts';
import { calendarIn, unconfirmed } from '../../creation/outlook.ts';
import type { Clause } from '../common.ts';
import type { Contract } from '../schema.ts';
import type { EventDays } from '../events.ts';
import { planOf } from '../plan.ts';
import { rework, type MissionFacts } from '../../obligations/follow/rework.ts';
import type { StoredOccurrence } from '../../obligations/follow/world.ts';
import type { Planned } from '../../obligations/plan.ts';
import { anchorsFor } from './anchors.ts';
import { effectsOf, type Effects } from './effects.ts';
import { compareParts, type PartChange } from './parts.ts';

/** One deadline another text of the contract touches. */
export type DateChange = {
	key: string;
	code: string;
	title: string;
	from: string | null;
	to: string | null;
	clause: Clause | null;
	/** What repeats, told once: how many times, and the day of the last. */
	times?: number;
	until?: string | null;
};

/** A line of the plan (phase, milestone, line of the schedule) whose days change. */
export type PlanChange = {
	code: string;
	title: string;
	from: [string | null, string | null];
	to: [string | null, string | null];
};

/** What a change of the contract does, as a person reads it; it is kept with the change. */
export type Amended = {
	parts: PartChange[];
	plan: PlanChange[];
	added: DateChange[];
	moved: DateChange[];
	ended: DateChange[];
	/** Done already: it stays as it is, though the new text says otherwise. */
	kept: DateChange[];
	counts: { added: number; moved: number; ended: number; kept: number };
	/** What the new dates say that a person should know: a duration past a fixed date, a year whose feasts are not confirmed. */
	warnings: string[];
};

export type Comparison = { amended: Amended; effects: Effects; anchors: EventDays };

/** A kept comparison lists this many deadlines of each sort; the rest is counted. */
const LISTED = 200;

/**
 * What another text of the contract makes of a mission that runs: what is added, moved and ended, and what is done and
 * so stays. Pure: nothing is stored.
 * @param facts the mission as it is, with its present contract and everything that happened
 * @param stored the obligations its store holds
 */
export function compareContracts(
	facts: MissionFacts,
	stored: readonly StoredOccurrence[],
	after: Contract
): Comparison {
	const told = anchorsFor(facts.contract, after, facts.anchors);
	const before = contentOf(facts.contract, anchorsFor(facts.contract, facts.contract, facts.anchors));
	const content = contentOf(after, told);
	const effects = effectsOf(before, content);
	const { changes } = rework(worldAfter(facts, after, content.anchors, effects), stored);
	const dates = {
		added: changes.added.map((one) => dateChange(one, null, one.due)),
		moved: changes.moved.map(({ before: was, after: one }) => dateChange(one, was.due, one.due)),
		ended: changes.ended.map((one) => ended(one, facts.contract)),
		kept: changes.kept.map(({ before: was, after: one }) =>
			one ? dateChange(one, was.due, was.due) : ended(was, facts.contract)
		)
	};
	const phases = planChanges(before.phases, content.phases, done(facts));
	const milestones = planChanges(
		before.milestones.map((one) => ({ ...one, starts_on: one.due_on, ends_on: one.due_on })),
		content.milestones.map((one) => ({ ...one, starts_on: one.due_on, ends_on: one.due_on })),
		done(facts)
	);
	return {
		effects,
		anchors: content.anchors,
		amended: {
			parts: compareParts(facts.contract, after),
			plan: [...phases, ...milestones],
			added: gathered(dates.added, 'to').slice(0, LISTED),
			moved: dates.moved.slice(0, LISTED),
			ended: gathered(dates.ended, 'from').slice(0, LISTED),
			kept: gathered(dates.kept, 'from').slice(0, LISTED),
			counts: {
				added: dates.added.length,
				moved: dates.moved.length,
				ended: dates.ended.length,
				kept: dates.kept.length
			},
			warnings: [
				...newAlerts(facts, after, told),
				...unconfirmed(
					calendarIn(after),
					[...dates.added, ...dates.moved].flatMap((one) => one.to ?? [])
				)
			]
		}
	};
}

/** A daily report that goes on for a year is one line, not three hundred. */
function gathered(list: readonly DateChange[], side: 'from' | 'to'): DateChange[] {
	const byDay = list.toSorted((a, b) => ((a[side] ?? '~') < (b[side] ?? '~') ? -1 : 1));
	const groups = Map.groupBy(byDay, (one) => one.code);
	return [...groups.values()].flatMap((group) => {
		const [first, last] = [group[0]!, group.at(-1)!];
		if (group.length <= 3) return group;
		return [{ ...first, times: group.length, until: last[side] }];
	});
}

/** The mission once the rows are written: a milestone that is not reached is where the new text puts it. */
function worldAfter(
	facts: MissionFacts,
	contract: Contract,
	anchors: EventDays,
	effects: Effects
): MissionFacts {
	const moved = new Map(effects.milestones.map((one) => [one['code'], one]));
	const gone = new Set(effects.ended.milestones);
	const milestones = facts.world.milestones
		.filter((one) => !gone.has(one.code) || one.doneOn !== null)
		.map((one) => {
			const row = moved.get(one.code);
			if (!row || one.doneOn !== null) return one;
			return { ...one, dueOn: row['due_on'] as string | null, fixed: row['is_fixed'] as boolean };
		});
	const known = new Set(milestones.map((one) => one.code));
	for (const row of effects.milestones) {
		const code = row['code'] as string;
		if (known.has(code)) continue;
		milestones.push({
			code,
			dueOn: row['due_on'] as string | null,
			doneOn: null,
			fixed: row['is_fixed'] as boolean
		});
	}
	return { contract, anchors, world: { ...facts.world, milestones } };
}

/** What the plan warns of now and did not before. */
function newAlerts(facts: MissionFacts, after: Contract, told: EventDays): string[] {
	const said = (contract: Contract, days: EventDays) =>
		planOf(contract, days, calendarIn(contract)).alerts.map((one) => one.text);
	const before = new Set(said(facts.contract, anchorsFor(facts.contract, facts.contract, facts.anchors)));
	return said(after, told).filter((text) => !before.has(text));
}

const done = ({ world }: MissionFacts) =>
	new Set(world.milestones.filter((one) => one.doneOn !== null).map((one) => one.code));

function dateChange(one: Planned, from: string | null, to: string | null): DateChange {
	const { duty } = one;
	const title = duty.label === null ? duty.title : `${duty.title} – ${duty.label}`;
	return { key: one.key, code: duty.code.split('/')[0]!, title, from, to, clause: duty.clause };
}

function ended(one: StoredOccurrence, { obligations, deliverables, milestones }: Contract): DateChange {
	const code = one.duty.split('/')[0]!;
	const source = [...obligations, ...deliverables, ...milestones].find((duty) => duty.code === code);
	return {
		key: one.key,
		code,
		title: source?.title ?? code,
		from: one.due,
		to: null,
		clause: source?.clause ?? null
	};
}

type Spanned = { code: string; title: string; starts_on: string | null; ends_on: string | null };

function planChanges(
	before: readonly Spanned[],
	after: readonly Spanned[],
	kept: ReadonlySet<string>
): PlanChange[] {
	const was = new Map(before.map((one) => [one.code, one]));
	return after.flatMap(({ code, title, starts_on, ends_on }) => {
		const old = was.get(code);
		if (!old || kept.has(code) || (old.starts_on === starts_on && old.ends_on === ends_on)) return [];
		return [{ code, title, from: [old.starts_on, old.ends_on], to: [starts_on, ends_on] }];
	});
}
