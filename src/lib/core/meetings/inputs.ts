import { z } from 'zod';
import { isDay } from '../calendar/days.ts';
import { meetingStates } from './states.ts';
import { attendanceStatuses, purposes, resolutionKinds, type AgendaItem, type Attendee } from './view.ts';

const text = (longest: number) => z.string().trim().max(longest, 'too_long').default('');
const name = z.string().trim().min(1, 'title_length').max(200, 'title_length');
const day = z.string().refine(isDay, 'date_out_of_range');
const optionalDay = z
	.string()
	.default('')
	.refine((v) => v === '' || isDay(v), 'date_out_of_range')
	.transform((v) => v || null);
const time = z
	.string()
	.default('')
	.refine((v) => /^(([01]\d|2[0-3]):[0-5]\d(:\d\d)?)?$/.test(v), 'bad_input')
	.transform((v) => v.slice(0, 5));
const version = z.coerce.number().int().min(1);
const id = z.uuid();
const optionalId = z
	.union([z.literal(''), z.uuid()])
	.default('')
	.transform((v) => v || null);

export const planInput = z.object({
	committee: id,
	title: name,
	heldOn: day,
	startsAt: time,
	place: text(300)
});
export type PlanInput = z.output<typeof planInput>;

export const detailsInput = z.object({
	version,
	title: name,
	heldOn: day,
	startsAt: time,
	endsAt: time,
	place: text(300)
});
export const notesInput = z.object({
	version,
	chairedBy: text(200),
	writtenBy: text(200),
	discussion: z.string().max(20000, 'too_long').default(''),
	nextMeeting: text(300)
});

// A form sends a table as columns: every cell of a column bears the same name.
const column = z
	.union([z.string(), z.array(z.string())])
	.optional()
	.transform((v) => (v === undefined ? [] : Array.isArray(v) ? v : [v]));

export const agendaInput = z
	.object({
		version,
		item_title: column,
		item_purpose: column,
		item_minutes: column,
		item_conclusion: column
	})
	.transform((f) => ({
		version: f.version,
		items: f.item_title.map((title, i) => ({
			title: title.trim(),
			purpose: purposes.find((p) => p === f.item_purpose[i]) ?? 'information',
			minutes: f.item_minutes[i] ?? '',
			conclusion: f.item_conclusion[i] ?? ''
		})) satisfies AgendaItem[]
	}))
	// A line left wholly blank was never meant.
	.transform((f) => ({
		...f,
		items: f.items.filter((i) => i.title || i.minutes.trim() || i.conclusion.trim())
	}))
	.refine((f) => f.items.every((i) => i.title !== '' && i.title.length <= 300), {
		error: 'agenda_row',
		path: ['agenda']
	});

export const attendanceInput = z
	.object({
		version,
		row_person: column,
		row_name: column,
		row_organisation: column,
		row_function: column,
		row_status: column,
		row_proxy: column
	})
	.transform((f) => ({
		version: f.version,
		rows: f.row_name.flatMap((cell, i): Attendee[] => {
			const status = attendanceStatuses.find((s) => s === f.row_status[i]) ?? 'expected';
			const row = {
				personId: f.row_person[i] || null,
				name: cell.trim(),
				organisation: (f.row_organisation[i] ?? '').trim(),
				functionTitle: (f.row_function[i] ?? '').trim(),
				status,
				representedBy: status === 'represented' ? (f.row_proxy[i] ?? '').trim() : ''
			};
			return row.name || row.organisation || row.functionTitle ? [row] : [];
		})
	}))
	.refine(
		(f) =>
			f.rows.every(
				(r) =>
					r.name !== '' &&
					r.name.length <= 200 &&
					(r.status !== 'represented' || r.representedBy !== '')
			),
		{ error: 'attendance_row', path: ['attendance'] }
	);

export const resolutionInput = z.object({
	id: optionalId,
	wording: z.string().trim().min(1, 'wording_missing').max(4000, 'too_long'),
	kind: z.enum(resolutionKinds, 'choice_missing'),
	versionId: optionalId,
	effectOn: optionalDay
});
export type ResolutionInput = z.output<typeof resolutionInput>;

export const actionInput = z.object({
	id: optionalId,
	version: z.coerce.number().int().min(0).default(0),
	wording: z.string().trim().min(1, 'wording_missing').max(2000, 'too_long'),
	ownerId: optionalId,
	ownerName: text(200),
	dueOn: optionalDay
});
export type ActionInput = z.output<typeof actionInput>;

export const closeInput = z.object({
	id,
	version,
	done: z.enum(['yes', 'no']).transform((v) => v === 'yes')
});
export const moveInput = z.object({ version, to: z.enum(meetingStates), reason: text(500) });
