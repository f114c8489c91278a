import { createHash } from 'node:crypto';
import { calendarOf, makeCalendar, type CalendarName } from '#core/calendar/calendar.ts';
import type { Day } from '#core/calendar/days.ts';
import { explainRule } from '#core/calendar/rules/explain.ts';
import { chairWords } from '#core/contract/committees.ts';
import { eventsOf } from '#core/contract/events.ts';
import { planOf } from '#core/contract/plan.ts';
import type { Contract } from '#core/contract/schema.ts';
import { whyUndated } from '#core/schedule/undated.ts';
import { DomainError } from '#core/errors.ts';
import { eventsIn, type Rule } from '#core/calendar/rules/schema.ts';
import { occurrences } from '#core/obligations/occurrences.ts';
import type { ServerDoor } from '#server/backend/index.ts';
import { replanMission } from '#server/obligations/replan.ts';

export interface ImportOptions {
	/** Days of the contract's anchors that its file leaves open. */
	anchors: Record<string, Day>;
	/** A demonstration plays on its own day. */
	demo?: { playsOn: Day };
	/** Names for parties the document does not name, by their key. */
	parties?: Record<string, { name: string; shortName: string }>;
}

/** Where a calendar's country keeps its time. */
const timeZones: Record<CalendarName, string> = {
	FR: 'Europe/Paris',
	'MA-public': 'Africa/Casablanca',
	'MA-private': 'Africa/Casablanca',
	SN: 'Africa/Dakar'
};

const prefixOf = (contract: Contract) => /^([A-Z]{1,4})-/.exec(contract.phases[0]?.code ?? '')?.[1] ?? 'M';

/**
 * Makes a mission of a contract file: its days are computed here, then everything is stored in one transaction. What
 * the contract does not date is kept without a day, to be set.
 * @param text the file as it was read: its hash is recorded
 * @returns the mission's id
 * @throws `mission_exists`; `date_out_of_range` when the first phase has no start: nothing could be placed then
 */
export async function importMission(
	door: ServerDoor,
	contract: Contract,
	text: string,
	options: ImportOptions
): Promise<string> {
	const calendar = contract.calendar.changes.length
		? makeCalendar(contract.calendar.base, contract.calendar.changes)
		: calendarOf(contract.calendar.base);
	const plan = planOf(contract, options.anchors, calendar);
	const events = eventsOf(contract, options.anchors, calendar);
	const undated = plan.phases.filter((p) => !p.startsOn);
	if (!plan.phases[0]?.startsOn)
		throw new DomainError('date_out_of_range', { phases: undated.map((p) => p.code) });
	// What has no day yet says what it waits for by its words, not by the name the file gives it.
	const words = (rule: Rule) => {
		const waits = whyUndated(contract, [rule], events);
		if (waits !== null && 'event' in waits) return `En attente : ${waits.event}`;
		if (waits !== null && !('tbd' in rule)) return `À déterminer : ${waits.text}`;
		return explainRule(rule, events[eventsIn(rule)[0] ?? ''] ?? null, calendar);
	};
	// The weeks a report is asked for are stored, so that the store can say what waits.
	const weekly = contract.obligations.find((o) => o.kind === 'report' && 'weekly' in o.rule);
	const days = plan.phases.flatMap((p) => [p.startsOn, p.endsOn].filter((day) => day !== null)).sort();
	const weeks =
		weekly && days.length
			? occurrences(weekly, {
					anchors: events,
					meetings: [],
					from: days[0]!,
					to: days.at(-1)!,
					calendar
				})
			: [];
	const codes = new Set(contract.committees.map((c) => c.code));
	const id = await door.importMission({
		slug: contract.slug,
		title: contract.title,
		short_title: contract.short,
		reference: contract.reference,
		prefix: prefixOf(contract),
		regime: contract.regime,
		calendar: contract.calendar.base,
		time_zone: timeZones[contract.calendar.base],
		language: contract.language,
		is_demo: options.demo !== undefined,
		plays_on: options.demo?.playsOn ?? null,
		anchors: events,
		contract,
		contract_sha256: createHash('sha256').update(text).digest('hex'),
		organisations: contract.parties.map((p) => ({
			key: p.key,
			name: options.parties?.[p.key]?.name ?? p.name,
			short_name: options.parties?.[p.key]?.shortName ?? p.short ?? p.name.slice(0, 60),
			side: p.side,
			address: p.address ?? null
		})),
		phases: plan.phases.map((p, position) => ({
			code: p.code,
			title: p.title,
			position,
			starts_on: p.startsOn,
			ends_on: p.endsOn,
			limit_on: p.limitOn,
			clause: p.clause
		})),
		committees: contract.committees.map((c) => ({
			code: c.code,
			kind: c.kind,
			title: c.title,
			detail: {
				short: c.short,
				composition: c.composition,
				chair: chairWords(c.chair),
				cadence: c.cadence,
				place: c.place,
				powers: c.powers,
				papers: c.papers,
				notes: c.notes
			},
			clause: c.clause ?? null
		})),
		milestones: plan.milestones.map((m, i) => ({
			code: m.code,
			title: m.title,
			phase: m.phase,
			is_fixed: m.kind === 'fixed',
			due_on: m.day,
			rule: contract.milestones[i]?.rule,
			explanation: words(contract.milestones[i]!.rule),
			clause: m.clause
		})),
		deliverables: plan.deliverables.map((d, position) => {
			const source = contract.deliverables[position]!;
			return {
				code: d.code,
				title: d.title,
				phase: d.phase,
				position,
				committee: d.validators.find((v) => codes.has(v)) ?? null,
				nominal_on: d.nominal,
				due_on: d.due,
				advised_on: d.advised,
				rule: source.rule,
				explanation: words(source.rule),
				checklist: source.checklist,
				formats: source.formats,
				editable_required: source.editable,
				clause: d.clause
			};
		}),
		report_weeks: weeks
			.filter((w) => w.due !== null)
			.map((w) => ({ period: w.period, due_on: w.due!.slice(0, 10) })),
		tasks: plan.tasks.map((t, position) => ({
			code: t.code,
			title: t.title,
			phase: t.phase,
			position,
			starts_on: t.startsOn,
			ends_on: t.endsOn,
			progress: contract.tasks[position]?.done ? 100 : 0,
			objective: contract.tasks[position]?.objective ?? null,
			clause: t.clause,
			after: t.after
		}))
	});
	await replanMission(door, id);
	return id;
}
