import type { Day } from '#core/calendar/days.ts';
import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';

export interface MyMission {
	slug: string;
	shortTitle: string;
	/** The day a demonstration plays on; null for a real mission. */
	playsOn: Day | null;
}

/** The missions this person belongs to today, by name. */
export async function myMissions(ctx: Context): Promise<MyMission[]> {
	const rows = unwrap(
		await ctx.client.from('missions').select('slug, short_title, plays_on').order('short_title')
	);
	return rows.map((r) => ({ slug: r.slug, shortTitle: r.short_title, playsOn: r.plays_on }));
}
