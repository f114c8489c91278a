import { z } from 'zod';
import { build } from './build.ts';
import { once, optional, parties, required, rows } from './fields.ts';

/** The attendance sheet: one row to sign per person convened, and blank ones for guests. */
export const attendanceModel = z.strictObject({
	...parties,
	meeting: z.strictObject({
		body: required,
		number: required,
		subject: optional,
		date: required,
		time: optional,
		place: optional,
		reference: required
	}),
	/** `proxy` is left to the hand when nobody said so before. */
	people: rows({
		rank: required,
		name: required,
		organisation: optional,
		function: optional,
		proxy: once,
		/** The hours that were typed; the others are left to the hand. */
		arrived: once,
		left: once
	}),
	/** « 12 personnes convoquées. Quorum : … » */
	count: required
});

export type AttendanceInput = z.input<typeof attendanceModel>;
export type AttendanceModel = z.output<typeof attendanceModel>;

/**
 * Makes the attendance sheet's view model.
 * @throws DocumentError naming each missing or unknown field
 */
export function buildAttendance(input: AttendanceInput): AttendanceModel {
	return build(attendanceModel, input);
}
