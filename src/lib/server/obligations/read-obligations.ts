import type { Day } from '#core/calendar/days.ts';
import type { DayLocale } from '#core/calendar/format.ts';
import type { Contract } from '#core/contract/schema.ts';
import { DomainError } from '#core/errors.ts';
import { linesOf, type FollowPage, type Line } from '#core/obligations/follow/line.ts';
import { detailer, type Detail } from '#core/obligations/follow/detail.ts';
import type { Context } from '#server/context.ts';
import { unwrapMaybe } from '#server/db/unwrap.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { missionContract } from '#server/reports/due-reports.ts';
import { ensurePlanned } from './replan.ts';

export interface Obligations {
	contract: Contract;
	page: FollowPage;
	/** What is asked, by due date. */
	lines: Line[];
	/** The clause, the arithmetic, the readings and the history of one line. */
	detail(line: Line): Detail;
}

/**
 * Which occurrences are read: all when nothing is said. Years of daily reports are thousands, so a page says which it
 * shows: those due by a day, less what was settled here before another; one; or what is late and told nowhere else.
 */
export interface Reach {
	since?: Day;
	until?: Day;
	key?: string;
}

/** The rows as this person may read them. @throws `not_found` */
async function followPage(ctx: Context, slug: string, { since, until, key }: Reach): Promise<FollowPage> {
	const found = unwrapMaybe(
		await ctx.client.rpc('obligations_page', {
			mission_slug: slug,
			...(since && { since }),
			...(until && { until }),
			...(key && { only_key: key })
		})
	);
	if (!found) throw new DomainError('not_found', { slug });
	return found as unknown as FollowPage;
}

/** A mission's obligations on its own day, brought up to date first when something happened since. */
export async function readObligations(
	ctx: Context,
	mission: MissionContext,
	locale: DayLocale,
	reach: Reach = {}
): Promise<Obligations> {
	await ensurePlanned(ctx, mission.id);
	const [page, contract] = await Promise.all([
		followPage(ctx, mission.slug, reach),
		missionContract(ctx, mission)
	]);
	return {
		contract,
		page,
		lines: linesOf(contract, page, mission.today),
		detail: detailer(contract, page, mission.anchors, locale)
	};
}
