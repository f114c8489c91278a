import type { Day } from '#core/calendar/days.ts';
import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';
import type { MissionContext } from './read-mission.ts';

/** Sets the day a demonstration plays on. @throws `clock_is_real` for a real mission, `not_allowed` for anybody but its project manager */
export async function moveClock(ctx: Context, mission: MissionContext, to: Day): Promise<void> {
	unwrap(await ctx.client.rpc('move_clock', { mission: mission.id, to_day: to }));
}
