import { createHash } from 'node:crypto';
import { calendarOf, makeCalendar } from '#core/calendar/calendar.ts';
import type { Day } from '#core/calendar/days.ts';
import { explainRule } from '#core/calendar/rules/explain.ts';
import { chairWords } from '#core/contract/committees.ts';
import { eventsOf } from '#core/contract/events.ts';
import { planOf } from '#core/contract/plan.ts';
import type { Contract } from '#core/contract/schema.ts';
import { DomainError } from '#core/errors.ts';
import { eventsIn, type Rule } from '#core/calendar/rules/schema.ts';
import { occurrences } from '#core/obligations/occurrences.ts';
import type { ServerDoor } from '#server/backend/index.ts';

export interface ImportOptions {
	/** Days of the contract's anchors that its file leaves open. */
	anchors: Record<string, Day>;
	/** A demonstration plays on its own day. */
	demo?: { playsOn: Day };
	/** Names for parties the document does not name, by their key. */
	parties?: Record<string, { name: string; shortName: string }>;
}

const prefixOf = (contract: Contract) => /^([A-Z]{1,4})-/.exec(contract.phases[0]?.code ?? '')?.[1] ?? 'M';

/**
 * Makes a mission of a contract file: its days are computed here, then everything is stored in one transaction.
 * @param text the file as it was read: its hash is recorded
 * @returns the mission's id
 * @throws `mission_exists`; `date_out_of_range` when a phase has no day because an anchor is missing
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
	const undated = plan.phases.filter((p) => !p.startsOn || !p.endsOn);
	if (undated.length) throw new DomainError('date_out_of_range', { phases: undated.map((p) => p.code) });
	const words = (rule: Rule) => explainRule(rule, events[eventsIn(rule)[0] ?? ''] ?? null, calendar);
	// The weeks a report is asked for do not change afterwards: they are stored, so that the store can say what waits.
	const weekly = contract.obligations.find((o) => o.kind === 'report' && 'weekly' in o.rule);
	const days = plan.phases.flatMap((p) => [p.startsOn!, p.endsOn!]).sort();
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
	return door.importMission({
		slug: contract.slug,
		title: contract.title,
		short_title: contract.short,
		reference: contract.reference,
		prefix: prefixOf(contract),
		regime: contract.regime,
		calendar: contract.calendar.base,
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
		tasks: plan.tasks
			.filter((t) => t.startsOn && t.endsOn)
			.map((t, position) => ({
				code: t.code,
				title: t.title,
				phase: t.phase,
				position,
				starts_on: t.startsOn,
				ends_on: t.endsOn,
				after: t.after
			}))
	});
}
