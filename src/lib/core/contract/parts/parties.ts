import { z } from 'zod';
import { clauseSchema, keySchema, sides, textSchema } from '../common.ts';

/** An organisation of the mission. `unknown: true` when the document does not name it. */
export const partySchema = z.strictObject({
	key: keySchema,
	name: textSchema,
	short: textSchema.optional(),
	side: z.enum(sides),
	address: textSchema.optional(),
	unknown: z.boolean().default(false),
	clause: clauseSchema.optional()
});

/** A person or function the document names. */
export const contactSchema = z.strictObject({
	name: textSchema.optional(),
	function: textSchema,
	party: keySchema,
	email: z.email().optional(),
	clause: clauseSchema.optional()
});

/** To whom papers are sent. Without an address, says why: a mission asks for it instead of inventing one. */
export const recipientSchema = z
	.strictObject({
		key: keySchema,
		name: textSchema,
		email: z.email().optional(),
		email_unknown: textSchema.optional(),
		clause: clauseSchema.optional()
	})
	.refine((one) => (one.email === undefined) !== (one.email_unknown === undefined), {
		path: ['email'],
		error: 'Donnez l’adresse dans « email », ou dites dans « email_unknown » pourquoi elle manque.'
	});

const hourSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, {
	error: 'Une heure s’écrit HH:MM entre guillemets, par exemple « 08:00 ».'
});

/** Hours in which a service is open, for delays that count service time. */
export const serviceSchema = z.strictObject({
	key: keySchema,
	title: textSchema,
	days_per_week: z.int().min(1).max(7),
	from: hourSchema,
	to: hourSchema,
	clause: clauseSchema.optional(),
	notes: z.array(textSchema).default([])
});
