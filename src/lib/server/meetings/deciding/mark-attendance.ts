import type { MarkInput } from '#core/meetings/deciding/inputs.ts';
import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';

/**
 * Saves one line of the list by itself, so that two people may tick at once; without an attendee, adds a person.
 * Hours that are not given stay.
 * @throws `stale` with what the line says now, `proxy_missing`, `mandate_not_there`, `same_person` when already on the list,
 * `unknown_person` when the alternate's seat does not hold that day, `not_from_here` before the session, `not_allowed`
 */
export async function markAttendance(ctx: Context, meeting: string, input: MarkInput): Promise<void> {
	unwrap(
		await ctx.client.rpc('mark_attendance', {
			meeting,
			attendee: input.attendee,
			read_version: input.version,
			said: {
				status: input.status,
				...(input.arrivedAt === undefined ? {} : { arrived_at: input.arrivedAt }),
				...(input.leftAt === undefined ? {} : { left_at: input.leftAt }),
				how: input.how ?? '',
				mandated: input.mandatedId ?? '',
				represented_by: input.representedBy,
				person_id: input.personId ?? '',
				full_name: input.fullName,
				organisation: input.organisation,
				function_title: input.functionTitle
			}
		})
	);
}
