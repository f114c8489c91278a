import type { Week } from '#core/calendar/days.ts';
import type { ReportBody } from '#core/reports/body.ts';
import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';

/** Keeps what is typed. @returns the new version to write on. @throws `stale` with the other text, `already_filed` */
export async function saveDraft(
	ctx: Context,
	mission: MissionContext,
	period: Week,
	version: number,
	body: ReportBody
): Promise<number> {
	const row = unwrap(
		await ctx.client.rpc('save_report_draft', {
			mission: mission.id,
			report_period: period,
			read_version: version,
			content: body
		})
	);
	return row.version;
}
