import type { Day } from '../../calendar/days.ts';
import type { Seat } from '../view.ts';

/** A seat of a body, past ones included. `endsOn` is the first day it is no longer held. */
export interface BodySeat extends Seat {
	id: string;
	votes: boolean;
	/** Codes of the phases it holds in; none: all of them. */
	phases: string[];
	startsOn: Day;
	endsOn: Day | null;
	/** The seat it stands in for. */
	alternateOf: string | null;
	version: number;
}
export interface PhaseStart {
	code: string;
	title: string;
	position: number;
	startsOn: Day | null;
}
/** A seat, and who stands in for it. */
export interface Place {
	seat: BodySeat;
	alternates: BodySeat[];
}

/** The phase a day falls in: the last one begun; before any has, or when none has a day, the first. As `private.phase_on`. */
export function phaseOn(phases: readonly PhaseStart[], day: Day): string | null {
	const begun = phases.filter((p) => p.startsOn !== null && p.startsOn <= day);
	const last = begun.toSorted(
		(a, b) => b.startsOn!.localeCompare(a.startsOn!) || b.position - a.position
	)[0];
	return (last ?? phases.toSorted((a, b) => a.position - b.position)[0])?.code ?? null;
}

/** Is the seat held that day, in that phase? As `private.seat_holds`. */
export function holds(
	seat: Pick<BodySeat, 'startsOn' | 'endsOn' | 'phases'>,
	day: Day,
	phase: string | null
): boolean {
	if (seat.startsOn > day || (seat.endsOn !== null && day >= seat.endsOn)) return false;
	return seat.phases.length === 0 || (phase !== null && seat.phases.includes(phase));
}

const ranks = { chair: 0, member: 1, secretary: 2, guest: 3 };
const byRank = (a: BodySeat, b: BodySeat) =>
	ranks[a.capacity] - ranks[b.capacity] || a.name.localeCompare(b.name, 'fr') || (a.id < b.id ? -1 : 1);

function places(seats: readonly BodySeat[]): Place[] {
	return seats
		.filter((s) => s.alternateOf === null)
		.toSorted(byRank)
		.map((seat) => ({
			seat,
			alternates: seats.filter((s) => s.alternateOf === seat.id).toSorted(byRank)
		}));
}

/** Who sits on a day: the chair first, each with who stands in. */
export function composition(seats: readonly BodySeat[], day: Day, phase: string | null): Place[] {
	return places(seats.filter((s) => holds(s, day, phase)));
}

/**
 * Who sits in each phase that is not over, as seats stand now; only where seats differ by phase, else there is nothing
 * to say that the composition of today does not say.
 */
export function byPhase(
	seats: readonly BodySeat[],
	phases: readonly PhaseStart[],
	today: Day
): { phase: PhaseStart; places: Place[] }[] {
	const standing = seats.filter((s) => s.endsOn === null || s.endsOn > today);
	if (standing.every((s) => s.phases.length === 0 && s.startsOn <= today)) return [];
	const now = phaseOn(phases, today);
	const rank = phases.find((p) => p.code === now)?.position ?? 0;
	return phases
		.filter((p) => p.position >= rank)
		.toSorted((a, b) => a.position - b.position)
		.map((phase) => {
			// Begun phases are looked at from today; a coming one on the day it begins, when that day is known.
			const day = phase.startsOn !== null && phase.startsOn > today ? phase.startsOn : null;
			const there = standing.filter((s) =>
				day
					? holds(s, day, phase.code)
					: phase.code === now
						? holds(s, today, phase.code)
						: s.phases.length === 0 || s.phases.includes(phase.code)
			);
			return { phase, places: places(there) };
		});
}

/** Seats that are over, the last to end first: the past stays readable. */
export const formerSeats = (seats: readonly BodySeat[], today: Day): BodySeat[] =>
	seats
		.filter((s) => s.endsOn !== null && s.endsOn <= today)
		.toSorted((a, b) => b.endsOn!.localeCompare(a.endsOn!) || byRank(a, b));
