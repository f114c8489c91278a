import { DomainError } from '#core/errors.ts';
import type { Clause } from '#core/contract/common.ts';
import type { BodyPage } from '#core/meetings/bodies/page.ts';
import { composition, phaseOn, type BodySeat, type PhaseStart } from '#core/meetings/bodies/seats.ts';
import { isCadence } from '#core/meetings/bodies/series.ts';
import { ruleNames, type RuleName } from '#core/meetings/rules.ts';
import { isAhead } from '#core/meetings/states.ts';
import type { Context } from '#server/context.ts';
import { bodyOf, lineOf } from '#server/db/meetings.ts';
import type { Row } from '#server/db/types.gen.ts';
import { unwrapMaybe } from '#server/db/unwrap.ts';
import { calendarData, papersOf } from '#server/meetings/papers-of.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { missionContract } from '#server/reports/due-reports.ts';

/** What `body_page` gives. */
type BodyRows = Row<'committees'> & {
	seats: (Row<'committee_members'> & {
		name: string;
		organisation: string | null;
		member_function: string | null;
	})[];
	phases: PhaseStart[];
	meetings: (Parameters<typeof lineOf>[0] & { occurrence: string | null })[];
	people: {
		id: string;
		name: string;
		organisation: string;
		side: string;
		function: string;
		role: string;
	}[];
};

export const seatOf = (s: BodyRows['seats'][number]): BodySeat => ({
	id: s.id,
	personId: s.person_id,
	name: s.name,
	capacity: s.capacity as BodySeat['capacity'],
	organisation: s.organisation ?? '',
	functionTitle: s.function_title || (s.member_function ?? ''),
	votes: s.votes,
	phases: s.phases,
	startsOn: s.starts_on,
	endsOn: s.ends_on,
	alternateOf: s.alternate_of,
	version: s.version
});

/** The rules the contract states, each with its clause where the file gives one. */
function statedRules(detail: unknown): BodyPage['stated'] {
	const { rules, convening } = (detail ?? {}) as {
		rules?: { clauses?: Record<string, Clause> } & Record<string, unknown>;
		convening?: { clause?: Clause };
	};
	const stated: BodyPage['stated'] = {};
	for (const name of ruleNames as RuleName[])
		if (rules?.[name] !== undefined) stated[name] = rules.clauses?.[name] ?? null;
	if (convening) stated.convening = convening.clause ?? null;
	return stated;
}

/** Several roles of one person make one line; who has any other role than observer may take any seat. */
function seatable(people: BodyRows['people']): BodyPage['people'] {
	const found = new Map<string, BodyPage['people'][number]>();
	for (const p of people) {
		const known = found.get(p.id);
		found.set(p.id, {
			id: p.id,
			name: p.name,
			organisation: p.organisation,
			functionTitle: p.function || known?.functionTitle || '',
			side: p.side,
			observes: p.role === 'observer' && (known?.observes ?? true)
		});
	}
	return [...found.values()];
}

/**
 * One body by its code: its seats of all times, its rules, what is asked around its meetings, and its meetings as far
 * as this person reads them.
 * @throws `not_found`
 */
export async function readBody(ctx: Context, mission: MissionContext, code: string): Promise<BodyPage> {
	const [found, contract] = await Promise.all([
		ctx.client.rpc('body_page', { mission_slug: mission.slug, body_code: code }),
		missionContract(ctx, mission)
	]);
	const row = unwrapMaybe(found) as unknown as BodyRows | null;
	if (!row) throw new DomainError('not_found', { code });
	const lines = row.meetings.map(lineOf);
	const next = lines.find((m) => isAhead(m.state) && m.heldOn >= mission.today) ?? null;
	const allSeats = row.seats.map(seatOf);
	const phase = phaseOn(row.phases, mission.today);
	return {
		...bodyOf(row),
		version: row.version,
		stated: statedRules(row.detail),
		phases: row.phases,
		phase,
		allSeats,
		seats: composition(allSeats, mission.today, phase).map((p) => p.seat),
		people: seatable(row.people),
		calendar: calendarData(contract),
		cadenceRule: isCadence(contract.committees.find((c) => c.code === code)?.cadence.rule),
		planned: row.meetings
			.filter((m) => m.state !== 'cancelled')
			.map((m) => ({ code: m.code, day: m.held_on, occurrence: m.occurrence })),
		meetings: lines,
		next,
		papers: papersOf(contract, mission, code, next)
	};
}
