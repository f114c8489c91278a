import type { Week } from '#core/calendar/days.ts';
import { reportBodySchema, type ReportBody } from '#core/reports/body.ts';
import { earlierDays, type EarlierDays } from '#core/reports/totals.ts';
import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';

export interface EarlierReports {
	/** The days of the weeks filed before, by profile. */
	days: EarlierDays[];
	/** The last report before that week, filed or (for the contractor) drafted. */
	last: ReportBody | null;
	lastFiled: ReportBody | null;
}

/** What the weeks before say: running totals are counted from them, trends told from them. */
export async function earlierReports(
	ctx: Context,
	mission: MissionContext,
	week: Week
): Promise<EarlierReports> {
	const rows = unwrap(
		await ctx.client
			.from('weekly_reports')
			.select('state, body')
			.eq('mission_id', mission.id)
			.lt('period', week)
			.order('period')
	).map((row) => ({ filed: row.state !== 'draft', body: reportBodySchema.parse(row.body) }));
	const filed = rows.filter((row) => row.filed).map((row) => row.body);
	return { days: earlierDays(filed), last: rows.at(-1)?.body ?? null, lastFiled: filed.at(-1) ?? null };
}
