import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';
import type { Waiting, WaitingKind } from '#core/home/waiting.ts';

/** Everything that waits for this person, across their missions: overdue first, then by date, undated last. */
export async function readWaiting(ctx: Context): Promise<Waiting[]> {
	const rows = unwrap(await ctx.client.rpc('waiting'));
	return rows
		.map((r) => ({
			slug: r.slug,
			mission: r.mission,
			kind: r.kind as WaitingKind,
			subject: r.subject,
			title: r.title,
			ref: r.ref,
			dueOn: r.due_on,
			today: r.today
		}))
		.sort(
			(a, b) =>
				(a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.subject.localeCompare(b.subject)
		);
}
