import type { ChangeSeatInput, EndSeatInput, SeatInput } from '#core/meetings/bodies/inputs.ts';
import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';

/**
 * Gives somebody of the mission a seat in a body, or makes them somebody's alternate there.
 * @throws `not_allowed`, `unknown_person`, `already_seated`, `chair_for_oneself`, `role_of_other_side`,
 * `observer_is_guest`, `unknown_phase`, `unknown_seat`
 */
export async function seatInBody(ctx: Context, committee: string, seat: SeatInput): Promise<void> {
	unwrap(
		await ctx.client.rpc('seat_in_body', {
			committee,
			person: seat.person,
			capacity: seat.capacity,
			from_day: seat.from,
			until_day: seat.until,
			phases: seat.phases,
			function_title: seat.functionTitle,
			voting: seat.votes,
			alternate_of: seat.alternateOf
		})
	);
}

/** Changes a seat from today on; what it was before stays readable. @throws as `seatInBody`, and `stale`, `seat_ended` */
export async function changeSeat(ctx: Context, seat: ChangeSeatInput): Promise<void> {
	unwrap(
		await ctx.client.rpc('change_seat', {
			seat: seat.seat,
			read_version: seat.version,
			capacity: seat.capacity,
			until_day: seat.until,
			phases: seat.phases,
			function_title: seat.functionTitle,
			voting: seat.votes
		})
	);
}

/** Ends a seat today, and with it those of its alternates. @throws `reason_missing`, `stale`, `seat_ended`, `not_allowed` */
export async function endSeat(ctx: Context, { seat, version, reason }: EndSeatInput): Promise<void> {
	unwrap(await ctx.client.rpc('end_seat', { seat, read_version: version, reason }));
}
