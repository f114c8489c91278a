import { DomainError } from '#core/errors.ts';
import type { Context } from '#server/context.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { reportBodySchema } from '#core/reports/body.ts';
import { withTotals } from '#core/reports/totals.ts';
import type { Week } from '#core/calendar/days.ts';
import { earlierReports } from './earlier-reports.ts';
import { reportRow } from './read-report.ts';
import { renderReport, type RenderedReport } from './render-report.ts';

/** The Word file of a week: the very bytes that were filed, or for the contractor a draft made now. @throws `not_found` */
export async function reportFile(
	ctx: Context,
	mission: MissionContext,
	period: Week
): Promise<RenderedReport> {
	const row = await reportRow(ctx, mission, period);
	if (!row) throw new DomainError('not_found', { period });
	if (row.state === 'draft') {
		const earlier = await earlierReports(ctx, mission, period);
		const body = withTotals(reportBodySchema.parse(row.body), earlier.days);
		return renderReport(ctx, mission, period, body, null, earlier.lastFiled);
	}
	return { bytes: await ctx.files.get(row.storage_key!), name: row.file_name! };
}
