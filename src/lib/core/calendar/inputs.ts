import { z } from 'zod';
import { isDay } from './days.ts';
import type { CalendarAct } from './page.ts';

const day = z.string().refine(isDay, 'date_out_of_range');
/** An empty date field is sent as an empty text. */
const optionalDay = z
	.string()
	.optional()
	.transform((given) => given || null)
	.refine((given) => given === null || isDay(given), 'date_out_of_range');

const change = {
	what: z.enum(['add', 'confirm', 'move', 'worked', 'shipped'], 'choice_missing'),
	day,
	to: optionalDay,
	label: z.string().trim().min(1, 'title_length').max(120, 'title_length'),
	reason: z.string().trim().max(1000, 'too_long').default(''),
	/** What had been said of the calendar when it was read. */
	number: z.coerce.number().int().min(0)
};

export const calendarInput = z
	.object(change)
	.refine((given) => given.what !== 'move' || given.to !== null, {
		path: ['to'],
		error: 'date_out_of_range'
	})
	.refine((given) => given.what !== 'move' || given.to !== given.day, {
		path: ['to'],
		error: 'date_out_of_range'
	});
export type CalendarInput = z.output<typeof calendarInput>;

export const actOf = ({ what, day, to, label }: CalendarInput): CalendarAct =>
	what === 'move' ? { what, day, to: to!, label } : { what, day, label };
