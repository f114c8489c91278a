import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { claim } from '#server/accounts/claim.ts';
import { sendCode, verifyCode } from '#server/accounts/codes.ts';
import { codeField, emailField } from '$lib/door/fields.ts';
import { act } from '$lib/http/form.ts';
import { safePath } from '$lib/shell/safe-path.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const next = safePath(url.searchParams.get('next'), url.origin);
	if (locals.ctx.person) redirect(303, next);
	return { next };
};

export const actions: Actions = {
	send: act(z.object({ email: emailField }), async ({ email }, { locals, getClientAddress }) => {
		await sendCode(locals.ctx, { email, address: getClientAddress() }, 'sign-in');
		return { sent: email };
	}),
	verify: act(
		z.object({ email: emailField, code: codeField, next: z.string().optional() }),
		async ({ email, code, next }, { locals, url, getClientAddress }) => {
			await verifyCode(locals.ctx, { email, address: getClientAddress() }, code, 'sign-in');
			await claim(locals.ctx);
			redirect(303, safePath(next, url.origin));
		}
	)
};
