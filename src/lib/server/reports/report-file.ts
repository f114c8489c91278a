import { DomainError } from '#core/errors.ts';
import type { Context } from '#server/context.ts';
import { unwrapMaybe } from '#server/db/unwrap.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { reportBodySchema } from '#core/reports/body.ts';
import { withTotals } from '#core/reports/totals.ts';
import type { Week } from '#core/calendar/days.ts';
import { earlierReports } from './earlier-reports.ts';
import { reportRow } from './read-report.ts';
import { renderReport, type RenderedReport } from './render-report.ts';

/** What was filed before it was contested: its very bytes. @throws `not_found` */
async function earlierFile(
	ctx: Context,
	mission: MissionContext,
	period: Week,
	filing: number
): Promise<RenderedReport> {
	const found = unwrapMaybe(
		await ctx.client
			.from('report_filings')
			.select('storage_key, file_name, weekly_reports!inner (period)')
			.eq('mission_id', mission.id)
			.eq('weekly_reports.period', period)
			.eq('number', filing)
			.maybeSingle()
	);
	if (!found) throw new DomainError('not_found', { period, filing });
	return { bytes: await ctx.files.get(found.storage_key), name: found.file_name };
}

/**
 * The Word file of a week: the very bytes that were filed, or for the contractor a draft made now.
 * @param filing an earlier one, set aside when it was contested: 1, 2 …
 * @throws `not_found`
 */
export async function reportFile(
	ctx: Context,
	mission: MissionContext,
	period: Week,
	filing: number | null = null
): Promise<RenderedReport> {
	if (filing !== null) return earlierFile(ctx, mission, period, filing);
	const row = await reportRow(ctx, mission, period);
	if (!row) throw new DomainError('not_found', { period });
	if (row.state === 'draft') {
		const earlier = await earlierReports(ctx, mission, period);
		const body = withTotals(reportBodySchema.parse(row.body), earlier.days);
		return renderReport(ctx, mission, period, body, null, earlier.lastFiled);
	}
	return { bytes: await ctx.files.get(row.storage_key!), name: row.file_name! };
}
