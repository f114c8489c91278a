import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { claim } from '#server/accounts/claim.ts';
import { linkTypes, verifyLink } from '#server/accounts/codes.ts';
import { choosePassword } from '#server/accounts/password.ts';
import { newPasswordField } from '$lib/door/fields.ts';
import { act } from '$lib/http/form.ts';
import { errorSentence } from '$lib/i18n/errors.ts';
import { safePath } from '$lib/shell/safe-path.ts';
import type { Actions, PageServerLoad } from './$types';

const link = { token_hash: z.string().min(8).max(200), type: z.enum(linkTypes), next: z.string().optional() };

/** Only shows a button: mail scanners open every link, and must not use this one up. */
export const load: PageServerLoad = ({ url }) => {
	const read = z.object(link).safeParse(Object.fromEntries(url.searchParams));
	if (!read.success) error(422, { code: 'link_expired', message: errorSentence('link_expired') });
	return { ...read.data, choosesPassword: read.data.type === 'recovery' };
};

export const actions: Actions = {
	default: act(
		z
			.object({ ...link, password: newPasswordField.optional() })
			.refine((form) => form.type !== 'recovery' || form.password, {
				path: ['password'],
				error: 'password_too_short'
			}),
		async (form, { locals, url, getClientAddress }) => {
			await verifyLink(locals.ctx, form.token_hash, form.type, getClientAddress());
			await claim(locals.ctx);
			if (form.type === 'recovery' && form.password) await choosePassword(locals.ctx, form.password);
			redirect(303, safePath(form.next, url.origin));
		}
	)
};
