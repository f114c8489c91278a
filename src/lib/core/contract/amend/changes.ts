import { z } from 'zod';
import { isDay } from '../../calendar/days.ts';
import { codeSchema, keySchema, sides, textSchema } from '../common.ts';

const day = z.string().refine(isDay, 'date_out_of_range');
const title = textSchema.max(300, 'too_long');

/** One change of a contract by form; a change the form does not know is made by a new file. */
export const changeSchema = z.discriminatedUnion('kind', [
	/** Another due date for a phase, a milestone, a deliverable or a duty that falls due once. */
	z.object({ kind: z.literal('extend'), code: codeSchema, on: day }),
	/** The day of an event everything else counts from. */
	z.object({ kind: z.literal('event'), name: keySchema, on: day }),
	/** Another count: days before a committee, listenings per agent, sites to observe. */
	z.object({
		kind: z.literal('count'),
		target: z.string().min(1).max(300),
		value: z.coerce.number().int().min(0).max(20_000)
	}),
	/** A deliverable more, in phase 3 say. `owner` client: the client brings it. */
	z.object({
		kind: z.literal('deliverable'),
		code: codeSchema,
		title,
		phase: codeSchema,
		owner: z.enum(sides),
		committee: codeSchema.nullable(),
		/** Null: at the end of its phase. */
		on: day.nullable()
	}),
	/** Several hand-ins of one deliverable, each with its date: a first version for the committee, then an amended one. */
	z.object({
		kind: z.literal('stages'),
		code: codeSchema,
		steps: z
			.array(z.object({ label: title, on: day }))
			.min(2)
			.max(6)
	}),
	z.object({ kind: z.literal('owner'), code: codeSchema, owner: z.enum(sides) }),
	/** The contract goes on until another day. */
	z.object({ kind: z.literal('renew'), on: day })
]);
export type Change = z.output<typeof changeSchema>;
export const changeKinds = ['extend', 'event', 'count', 'deliverable', 'stages', 'owner', 'renew'] as const;
