import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';

/** The project manager receives a report, or contests it with a reason. @param seen the fingerprint of the file that was read
 * @throws `already_answered`, `stale` when it was filed again meanwhile, `reason_missing`, `not_allowed` */
export async function answerReport(
	ctx: Context,
	reportId: string,
	accepted: boolean,
	reason: string,
	seen: string | null
): Promise<void> {
	unwrap(
		await ctx.client.rpc('answer_report', {
			report: reportId,
			accepted,
			reason,
			...(seen === null ? {} : { seen })
		})
	);
}
