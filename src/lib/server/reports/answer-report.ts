import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';

/** The project manager receives a report, or contests it with a reason. @throws `already_answered`, `reason_missing`, `not_allowed` */
export async function answerReport(
	ctx: Context,
	reportId: string,
	accepted: boolean,
	reason: string
): Promise<void> {
	unwrap(await ctx.client.rpc('answer_report', { report: reportId, accepted, reason }));
}
