import { z } from 'zod';

/** An e-mail as the store keeps it. A message that is one of our codes becomes its sentence. */
export const emailField = z
	.string()
	.trim()
	.toLowerCase()
	.max(254)
	.pipe(z.email({ error: 'email_invalid' }));

/** Six figures; spaces typed or pasted with them do not matter. */
export const codeField = z
	.string()
	.transform((typed) => typed.replace(/[\s\u00a0\u202f-]/g, ''))
	.pipe(z.string().regex(/^\d{6}$/, { error: 'wrong_code' }));

export const newPasswordField = z
	.string()
	.min(10, { error: 'password_too_short' })
	// bcrypt reads no further than 72 bytes.
	.refine((typed) => new TextEncoder().encode(typed).length <= 72, { error: 'too_long' });

export const nameField = z.string().trim().min(1, { error: 'name_missing' }).max(200);
