import { eventsIn, type Rule } from '../calendar/rules/schema.ts';
import { explainRule } from '../calendar/rules/explain.ts';
import type { CalendarName } from '../calendar/calendar.ts';
import { chairWords } from '../contract/committees.ts';
import { eventsOf, type EventDays } from '../contract/events.ts';
import { planOf } from '../contract/plan.ts';
import type { Contract } from '../contract/schema.ts';
import { occurrences } from '../obligations/occurrences.ts';
import { whyUndated } from '../schedule/undated.ts';
import { calendarIn } from './outlook.ts';

/** Names for parties the document does not name, by their key. */
export type PartyNames = Readonly<Record<string, { name: string; shortName: string }>>;

/** Where a calendar's country keeps its time. */
const timeZones: Record<CalendarName, string> = {
	FR: 'Europe/Paris',
	'MA-public': 'Africa/Casablanca',
	'MA-private': 'Africa/Casablanca',
	SN: 'Africa/Dakar'
};

const prefixOf = (contract: Contract) => /^([A-Z]{1,4})-/.exec(contract.phases[0]?.code ?? '')?.[1] ?? 'M';

/**
 * The rows a mission is made of, as the store takes them: parties, phases, bodies, milestones, deliverables, the weeks
 * a report is asked for, lines of the plan. What the contract does not date has no day; nothing is guessed.
 * @param anchors days of events the file leaves open
 */
export function contentOf(contract: Contract, anchors: EventDays, parties: PartyNames = {}) {
	const calendar = calendarIn(contract);
	const plan = planOf(contract, anchors, calendar);
	const events = eventsOf(contract, anchors, calendar);
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
	return {
		slug: contract.slug,
		title: contract.title,
		short_title: contract.short,
		reference: contract.reference,
		prefix: prefixOf(contract),
		regime: contract.regime,
		calendar: contract.calendar.base,
		time_zone: timeZones[contract.calendar.base],
		language: contract.language,
		anchors: events,
		contract,
		organisations: contract.parties.map((p) => ({
			key: p.key,
			name: parties[p.key]?.name ?? p.name,
			short_name: parties[p.key]?.shortName ?? p.short ?? p.name.slice(0, 60),
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
				convening: c.convening,
				rules: c.rules,
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
	};
}

export type Content = ReturnType<typeof contentOf>;
