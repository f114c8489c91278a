import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { claim } from '#server/accounts/claim.ts';
import { sendCode, verifyCode } from '#server/accounts/codes.ts';
import { choosePassword } from '#server/accounts/password.ts';
import { codeField, emailField, newPasswordField } from '$lib/door/fields.ts';
import { act } from '$lib/http/form.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	send: act(z.object({ email: emailField }), async ({ email }, { locals, getClientAddress }) => {
		await sendCode(locals.ctx, { email, address: getClientAddress() }, 'recovery');
		return { sent: email };
	}),
	// The new password comes with the proof: no session alone can change it.
	verify: act(
		z.object({ email: emailField, code: codeField, password: newPasswordField }),
		async ({ email, code, password }, { locals, getClientAddress }) => {
			await verifyCode(locals.ctx, { email, address: getClientAddress() }, code, 'recovery');
			await claim(locals.ctx);
			await choosePassword(locals.ctx, password);
			redirect(303, '/');
		}
	)
};
