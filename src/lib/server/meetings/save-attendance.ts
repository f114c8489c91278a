import type { Attendee } from '#core/meetings/view.ts';
import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';

/** Saves who is expected and who came. @returns the version to write on. @throws `stale`, `minutes_circulated`, `not_allowed` */
export async function saveAttendance(
	ctx: Context,
	meeting: string,
	version: number,
	rows: Attendee[]
): Promise<number> {
	return unwrap(
		await ctx.client.rpc('set_attendance', {
			meeting,
			read_version: version,
			rows: rows.map((r) => ({
				id: r.id ?? null,
				person_id: r.personId,
				full_name: r.name,
				organisation: r.organisation,
				function_title: r.functionTitle,
				status: r.status,
				represented_by: r.representedBy
			}))
		})
	);
}
