import { z } from 'zod';
import { roles } from '#core/contract/roles.ts';
import { emailField, nameField } from '$lib/door/fields.ts';

const id = z.uuid();
const day = z.iso.date({ error: 'date_out_of_range' });
const version = z.coerce.number().int().min(1);
const role = z.enum(roles, { error: 'choice_missing' });
const functionTitle = z.string().trim().max(200).optional();
const reason = z.string().trim().min(1, { error: 'reason_missing' }).max(500);
const optionalDay = z.union([z.literal('').transform(() => undefined), day]).optional();

/** The forms of the team page, each as its action reads it. */
export const inviteForm = z.object({
	fullName: nameField,
	email: emailField,
	organisation: z.uuid({ error: 'unknown_organisation' }),
	role,
	functionTitle,
	startsOn: optionalDay
});
export const againForm = z.object({ membership: id });
export const changeForm = z.object({ membership: id, version, role, functionTitle });
export const replaceForm = z.object({
	membership: id,
	version,
	fullName: nameField,
	email: emailField,
	fromDay: day
});
export const removeForm = z.object({ membership: id, version, reason });
export const delegateForm = z.object({
	membership: z.uuid({ error: 'not_a_signatory' }),
	toPerson: z.uuid({ error: 'unknown_person' }),
	fromDay: day,
	toDay: day,
	reason
});
export const revokeForm = z.object({ delegation: id });
export const organisationForm = z.object({
	organisation: id,
	version,
	name: nameField,
	shortName: z.string().trim().min(1, { error: 'name_missing' }).max(60),
	address: z.string().trim().max(500).optional()
});
