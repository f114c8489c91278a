import { addDays, addMonths, isDay } from '#core/calendar/days.ts';
import type { SeriesInput } from '#core/meetings/bodies/inputs.ts';
import type { SeriesPage } from '#core/meetings/bodies/page.ts';
import { proposeSeries } from '#core/meetings/bodies/series.ts';
import type { Context } from '#server/context.ts';
import type { Json } from '#server/db/types.gen.ts';
import { unwrap } from '#server/db/unwrap.ts';
import { missionCalendar } from '#server/meetings/papers-of.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { replanAfter } from '#server/obligations/replan.ts';
import { missionContract } from '#server/reports/due-reports.ts';
import { readBody } from './read-body.ts';

/** No series is longer: 60 meetings are planned at once at most. */
const longest = 730;

/**
 * What the cadence of a body asks for between two days; from today, over six months, unless told.
 * @throws `not_found`
 */
export async function proposeMeetings(
	ctx: Context,
	mission: MissionContext,
	code: string,
	asked: { from: string | null; to: string | null }
): Promise<SeriesPage> {
	const [body, contract] = await Promise.all([readBody(ctx, mission, code), missionContract(ctx, mission)]);
	const from = isDay(asked.from) && asked.from >= mission.today ? asked.from : mission.today;
	const wanted = isDay(asked.to) && asked.to >= from ? asked.to : addMonths(from, 6);
	const to = wanted > addDays(from, longest) ? addDays(from, longest) : wanted;
	const rule = contract.committees.find((c) => c.code === code)?.cadence.rule;
	const anchors = Object.fromEntries(Object.entries(mission.anchors).filter(([, day]) => day));
	const calendar = missionCalendar(contract);
	const { planned } = body;
	return {
		body,
		from,
		to,
		proposals: rule ? proposeSeries(rule, { from, to }, { anchors, calendar, planned }).slice(0, 60) : []
	};
}

/**
 * Plans a series as drafts, all of them or none.
 * @returns their codes. @throws `occurrence_planned`, `date_in_the_past`, `not_allowed`
 */
export async function planSeries(
	ctx: Context,
	mission: MissionContext,
	code: string,
	input: SeriesInput
): Promise<string[]> {
	const { id } = await readBody(ctx, mission, code);
	const meetings = input.meetings.map((one) => ({ ...one, startsAt: input.startsAt, place: input.place }));
	const codes = unwrap(
		await ctx.client.rpc('plan_series', { committee: id, meetings: meetings as unknown as Json })
	);
	await replanAfter(ctx, mission.id);
	return codes as unknown as string[];
}
