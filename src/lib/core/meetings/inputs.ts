import { z } from 'zod';
import { isDay } from '../calendar/days.ts';
import { meetingStates } from './states.ts';
import { agendaRefKinds, attendanceStatuses, purposes, type AgendaItem, type Attendee } from './view.ts';

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

// « version:1f0c…,action:9ab2… »: the papers of one item, in one cell.
const papersOf = (cell: string) =>
	cell.split(',').flatMap((one) => {
		const [kind, target] = one.split(':');
		const known = agendaRefKinds.find((k) => k === kind);
		return known && target ? [{ kind: known, id: target }] : [];
	});
const durationOf = (cell: string | undefined) => (/^\s*\d{1,3}\s*$/.test(cell ?? '') ? Number(cell) : null);

/** The list in its order. What was said of an item is saved by itself (`itemInput`). */
export const agendaInput = z
	.object({
		version,
		item_id: column,
		item_from: column,
		item_title: column,
		item_purpose: column,
		item_duration: column,
		item_presenter: column,
		item_refs: column,
		/** `id:version` of items taken off. */
		removed: column
	})
	.transform((f) => ({
		version: f.version,
		items: f.item_title.flatMap((title, i): AgendaItem[] => {
			const item = {
				...(f.item_id[i] ? { id: f.item_id[i] } : {}),
				...(f.item_from[i] ? { takes: f.item_from[i] } : {}),
				title: title.trim(),
				purpose: purposes.find((p) => p === f.item_purpose[i]) ?? 'information',
				minutes: '',
				conclusion: '',
				duration: durationOf(f.item_duration[i]),
				presenter: (f.item_presenter[i] ?? '').trim(),
				refs: papersOf(f.item_refs[i] ?? '')
			};
			// A line left wholly blank was never meant.
			return item.id || item.title ? [item] : [];
		}),
		removed: f.removed.flatMap((cell) => {
			const [id, read] = cell.split(':');
			return id && /^\d+$/.test(read ?? '') ? [{ id, version: Number(read) }] : [];
		})
	}))
	.refine(
		(f) =>
			f.items.every(
				(i) =>
					i.title !== '' &&
					i.title.length <= 300 &&
					(i.presenter ?? '').length <= 200 &&
					(i.duration == null || (i.duration >= 1 && i.duration <= 600))
			),
		{ error: 'agenda_row', path: ['agenda'] }
	);

// What a store cannot keep is not text: half an emoji, or a zero.
const typed = (longest: number) =>
	z
		.string()
		.max(longest, 'too_long')
		.transform((v) => v.toWellFormed().replaceAll('\u0000', ''));
/** What is said of one item, typed on a version of it. */
export const itemInput = z.object({ version, minutes: typed(20000), conclusion: typed(4000) });
export type ItemInput = z.output<typeof itemInput>;
export const putOffInput = z.object({ item: id, place: z.enum(['moved', 'parking'], 'choice_missing') });
export const takeInput = z.object({ item: id });

export const attendanceInput = z
	.object({
		version,
		row_id: column,
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
				...(f.row_id[i] ? { id: f.row_id[i] } : {}),
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

export const actionInput = z.object({
	id: optionalId,
	version: z.coerce.number().int().min(0).default(0),
	wording: z.string().trim().min(1, 'wording_missing').max(2000, 'too_long'),
	ownerId: optionalId,
	ownerName: text(200),
	dueOn: optionalDay,
	itemId: optionalId.optional()
});
export type ActionInput = z.output<typeof actionInput>;

export const closeInput = z.object({
	id,
	version,
	done: z.enum(['yes', 'no']).transform((v) => v === 'yes'),
	result: text(2000)
});
export const moveInput = z.object({ version, to: z.enum(meetingStates), reason: text(500) });
