import { isWeek, type Day, type Week } from '#core/calendar/days.ts';
import { DomainError } from '#core/errors.ts';
import { reportBodySchema, type ReportBody } from '#core/reports/body.ts';
import type { Context } from '#server/context.ts';
import { unwrapMaybe } from '#server/db/unwrap.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { dueReports, type DueReport } from './due-reports.ts';

export interface ReportView {
	id: string | null;
	period: Week;
	state: DueReport['state'];
	due: Day | null;
	body: ReportBody | null;
	version: number;
	updatedAt: string | null;
	updatedBy: string | null;
	filedBy: string | null;
	filedAt: string | null;
	filedOn: Day | null;
	/** The day of the first filing, which counts for the deadline. */
	firstFiledOn: Day | null;
	fileName: string | null;
	fileSize: number | null;
	sha256: string | null;
	sentTo: string[];
	answeredBy: string | null;
	answeredAt: string | null;
	answeredOn: Day | null;
	contestReason: string | null;
	/** What was filed before and contested, the latest first. */
	before: EarlierFiling[];
	/** What the contractor prepares after a contestation; null for everybody else. */
	correction: { body: ReportBody; version: number } | null;
}

export interface EarlierFiling {
	number: number;
	filedOn: Day;
	filedBy: string | null;
	fileName: string;
	sha256: string;
	answeredOn: Day;
	answeredBy: string | null;
	contestReason: string;
}

const names = `*, report_corrections (body, version), report_filings (number, filed_on, file_name, file_sha256, answered_on, contest_reason, filer:people!report_filings_filed_by_fkey (full_name), answerer:people!report_filings_answered_by_fkey (full_name)), filer:people!weekly_reports_filed_by_fkey (full_name), answerer:people!weekly_reports_answered_by_fkey (full_name), editor:people!weekly_reports_updated_by_fkey (full_name)`;

/** The row of a week as this person may read it; drafts are the contractor's alone. */
export async function reportRow(ctx: Context, mission: MissionContext, period: string) {
	return unwrapMaybe(
		await ctx.client
			.from('weekly_reports')
			.select(names)
			.eq('mission_id', mission.id)
			.eq('period', period)
			.maybeSingle()
	);
}

/** One week's report, filed or still to file. @throws `not_found` for a week the contract asks nothing of */
export async function readReport(ctx: Context, mission: MissionContext, period: string): Promise<ReportView> {
	if (!isWeek(period)) throw new DomainError('not_found', { period });
	const [row, asked] = await Promise.all([reportRow(ctx, mission, period), dueReports(ctx, mission)]);
	const due = asked.find((r) => r.period === period);
	if (!row && !due) throw new DomainError('not_found', { period });
	return {
		id: row?.id ?? null,
		period,
		state: (row?.state as ReportView['state'] | undefined) ?? 'due',
		due: row?.due_on ?? due?.due ?? null,
		body: row ? reportBodySchema.parse(row.body) : null,
		version: row?.version ?? 0,
		updatedAt: row?.updated_at ?? null,
		updatedBy: row?.editor?.full_name ?? null,
		filedBy: row?.filer?.full_name ?? null,
		filedAt: row?.filed_at ?? null,
		filedOn: row?.filed_on ?? null,
		firstFiledOn: row?.first_filed_on ?? null,
		fileName: row?.file_name ?? null,
		fileSize: row?.file_size ?? null,
		sha256: row?.file_sha256 ?? null,
		sentTo: row?.sent_to ?? [],
		answeredBy: row?.answerer?.full_name ?? null,
		answeredAt: row?.answered_at ?? null,
		answeredOn: row?.answered_on ?? null,
		contestReason: row?.contest_reason ?? null,
		before: (row?.report_filings ?? [])
			.toSorted((a, b) => b.number - a.number)
			.map((f) => ({
				number: f.number,
				filedOn: f.filed_on,
				filedBy: f.filer?.full_name ?? null,
				fileName: f.file_name,
				sha256: f.file_sha256,
				answeredOn: f.answered_on,
				answeredBy: f.answerer?.full_name ?? null,
				contestReason: f.contest_reason
			})),
		correction: row?.report_corrections
			? {
					body: reportBodySchema.parse(row.report_corrections.body),
					version: row.report_corrections.version
				}
			: null
	};
}
