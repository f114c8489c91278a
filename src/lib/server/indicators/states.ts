import type { Day } from '#core/calendar/days.ts';
import type { Indicator } from '#core/contract/schema.ts';
import { storedIndicators } from '#core/contract/stored.ts';
import { DomainError } from '#core/errors.ts';
import type { MeetingOfIndicators } from '#core/indicators/page.ts';
import { judgementsOf, windowFor, type Judgement, type Values, type Window } from '#core/indicators/state.ts';
import type { Exclusion } from '#core/indicators/types.ts';
import type { Context } from '#server/context.ts';
import type { Json } from '#server/db/types.gen.ts';
import { unwrap, unwrapMaybe } from '#server/db/unwrap.ts';
import { log } from '#server/log.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { readIndicators } from './read-indicators.ts';

type Facts = {
	contractSha256: string;
	today: Day;
	end: Day | null;
	from: Day;
	to: Day;
	indicators: unknown[];
	values: Values;
	exclusions: Exclusion[];
};

/** The indicators as they were set down for a meeting, and what was made of them that day. */
export type FrozenState = {
	id: string;
	meeting: string;
	title: string;
	heldOn: Day;
	from: Day;
	to: Day;
	sha256: string;
	by: string | null;
	on: Day;
	frozenAt: string;
	indicators: Indicator[];
	judged: Judgement[];
	exclusions: Exclusion[];
	values: number;
};

/** The span a meeting looks at: since that committee last met. */
export function windowOf(
	meeting: MeetingOfIndicators,
	meetings: readonly MeetingOfIndicators[],
	mission: MissionContext
): Window {
	const held = meetings
		.filter((one) => one.committee === meeting.committee && one.code !== meeting.code)
		.map((one) => one.day);
	const beginning = mission.anchors['start'] ?? mission.anchors['notification'] ?? mission.today;
	return windowFor(meeting.day, held, beginning, mission.today);
}

/**
 * Sets the indicators down for a meeting, for ever: the values, the days left out and the definitions, then what they
 * make in the rules of today.
 * @returns the state's id
 * @throws `not_allowed` for anybody but the project manager; `not_found`
 */
export async function freezeIndicators(ctx: Context, mission: MissionContext, code: string): Promise<string> {
	const { rows } = await readIndicators(ctx, mission, { since: mission.today });
	const meeting = rows.meetings.find((one) => one.code === code);
	if (!meeting) throw new DomainError('not_found', { code });
	const { from, to } = windowOf(meeting, rows.meetings, mission);
	const id = unwrap(
		await ctx.client.rpc('freeze_indicators', {
			mission: mission.id,
			meeting: code,
			from_day: from,
			to_day: to
		})
	);
	await keepJudgement(ctx, mission.slug, id);
	return id;
}

/** The state stands whatever happens here: without a judgement of that day it is judged each time it is read. */
async function keepJudgement(ctx: Context, slug: string, id: string): Promise<void> {
	const { door } = ctx.backend;
	if (!door) return;
	try {
		const { judged } = await readState(ctx, slug, id);
		await door.keepJudgement(id, judged as unknown as Json);
	} catch (err) {
		log.error({ err, id }, 'a state was set down and its judgement could not be kept');
	}
}

/** A state that was set down, as this person may read it. @throws `not_found` */
export async function readState(ctx: Context, slug: string, id: string): Promise<FrozenState> {
	if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw new DomainError('not_found');
	const found = unwrapMaybe(
		await ctx.client.rpc('indicator_state', { mission_slug: slug, state: id })
	) as unknown as
		| (Omit<FrozenState, 'indicators' | 'exclusions' | 'judged'> & {
				facts: Facts;
				judged: Judgement[] | null;
		  })
		| null;
	if (!found) throw new DomainError('not_found', { id });
	const { facts, judged, ...state } = found;
	const indicators = storedIndicators(facts.indicators);
	return {
		...state,
		indicators,
		exclusions: facts.exclusions,
		values: facts.values.length,
		judged: judged ?? indicators.flatMap((one) => judgementsOf(one, facts, facts))
	};
}
