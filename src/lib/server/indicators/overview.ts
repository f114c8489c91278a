import { addDays } from '#core/calendar/days.ts';
import type { MeetingOfIndicators, StateLine } from '#core/indicators/page.ts';
import { judgementsOf, type Judgement, type Window } from '#core/indicators/state.ts';
import type { Indicator } from '#core/indicators/types.ts';
import type { Context } from '#server/context.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { readIndicators } from './read-indicators.ts';
import { windowOf } from './states.ts';

export interface Overview {
	indicators: Indicator[];
	/** Each indicator by each threshold, the latest values last. */
	judged: Judgement[];
	meetings: MeetingOfIndicators[];
	/** What the chosen meeting would look at; null without a meeting. */
	next: { meeting: MeetingOfIndicators; window: Window; judged: Judgement[] } | null;
	states: StateLine[];
}

/** Two months are enough for a last value and a trend; months and years are always there. */
const DAYS = 62;
/** As many points as a small trend can show. */
const SHOWN = 31;

/** The meeting asked for, else the next one, else the last. */
function pick(meetings: readonly MeetingOfIndicators[], asked: string | null, today: string) {
	return (
		meetings.find((one) => one.code === asked) ??
		meetings.find((one) => one.day >= today) ??
		meetings.at(-1) ??
		null
	);
}

/** The indicators of a mission at a glance, and as a committee would see them. @throws `not_found` */
export async function readOverview(
	ctx: Context,
	mission: MissionContext,
	asked: string | null = null
): Promise<Overview> {
	const since = addDays(mission.today, -DAYS);
	let found = await readIndicators(ctx, mission, { since });
	const { meetings, states } = found.rows;
	const meeting = pick(meetings, asked, mission.today);
	const window = meeting && windowOf(meeting, meetings, mission);
	// A meeting of some time ago looks further back.
	const from = window && `${window.from.slice(0, 7)}-01`;
	if (from && from < since) found = await readIndicators(ctx, mission, { since: from });
	const { indicators } = found.contract;
	const all = (span?: Window) => indicators.flatMap((one) => judgementsOf(one, found.facts, span));
	return {
		indicators,
		judged: all().map((one) => ({ ...one, points: one.points.slice(-SHOWN) })),
		meetings,
		states,
		next: meeting && window ? { meeting, window, judged: all(window).map(missedOnly) } : null
	};
}

/** A page needs the counts, and the periods that were missed. */
export const missedOnly = (one: Judgement): Judgement => ({
	...one,
	points: one.points.filter(({ verdict }) => verdict === 'breach')
});
