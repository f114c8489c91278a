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

/** The rows as this person may read them. @throws `not_found` */
export async function followPage(ctx: Context, slug: string, lateOn?: string): Promise<FollowPage> {
	const found = unwrapMaybe(
		await ctx.client.rpc('obligations_page', {
			mission_slug: slug,
			...(lateOn === undefined ? {} : { late_on: lateOn })
		})
	);
	if (!found) throw new DomainError('not_found', { slug });
	return found as unknown as FollowPage;
}

/** A mission's obligations on its own day, brought up to date first when something happened since. */
export async function readObligations(
	ctx: Context,
	mission: MissionContext,
	locale: DayLocale
): Promise<Obligations> {
	await ensurePlanned(ctx, mission.id);
	const [page, contract] = await Promise.all([
		followPage(ctx, mission.slug),
		missionContract(ctx, mission)
	]);
	return {
		contract,
		page,
		lines: linesOf(contract, page, mission.today),
		detail: detailer(contract, page, mission.anchors, locale)
	};
}
