import { createHash } from 'node:crypto';
import { weekRange, type Week } from '#core/calendar/days.ts';
import { DomainError } from '#core/errors.ts';
import { missingToFile, type ReportBody } from '#core/reports/body.ts';
import { withTotals } from '#core/reports/totals.ts';
import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { dueReports } from './due-reports.ts';
import { earlierReports } from './earlier-reports.ts';
import { renderReport } from './render-report.ts';

/**
 * Files a week's report, once: totals are counted, the Word file is made, kept, and sent to the contract's recipients.
 * @throws `not_allowed` for anybody but the contractor, `already_filed`, `stale`, `unknown_period` for a week the
 * contract asks nothing of or that has not begun, `reason_missing` on `done` when it says nothing
 */
export async function fileReport(
	ctx: Context,
	mission: MissionContext,
	period: Week,
	version: number,
	body: ReportBody
): Promise<void> {
	if (!mission.isContractor) throw new DomainError('not_allowed');
	const asked = (await dueReports(ctx, mission)).find((r) => r.period === period);
	if (!asked || weekRange(period).from > mission.today) throw new DomainError('unknown_period', { period });
	const missing = missingToFile(body);
	if (missing) throw new DomainError('report_empty', { field: missing });
	const earlier = await earlierReports(ctx, mission, period);
	const counted = withTotals(body, earlier.days);
	const file = await renderReport(ctx, mission, period, counted, mission.today, earlier.lastFiled);
	const key = await ctx.files.put(file.bytes);
	try {
		unwrap(
			await ctx.client.rpc('file_report', {
				mission: mission.id,
				report_period: period,
				read_version: version,
				content: counted,
				due: asked.due as string,
				name: file.name,
				size: file.bytes.byteLength,
				hash: createHash('sha256').update(file.bytes).digest('hex'),
				key
			})
		);
	} catch (error) {
		await ctx.files.drop(key);
		throw error;
	}
}
