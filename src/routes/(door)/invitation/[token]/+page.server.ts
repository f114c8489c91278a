import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { acceptInvitation, readInvitation, sendInvitationCode } from '#server/accounts/invitation.ts';
import { codeField, emailField, newPasswordField } from '$lib/door/fields.ts';
import { act } from '$lib/http/form.ts';
import { guarded } from '$lib/http/refusal.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = guarded(async ({ locals, params, getClientAddress }: PageServerLoadEvent) => ({
	invitation: await readInvitation(locals.ctx, params.token, getClientAddress()),
	signedInAs: locals.ctx.person?.email ?? null
}));

const blank = (field: z.ZodType<string>) =>
	z.union([z.literal('').transform(() => undefined), field]).optional();

export const actions: Actions = {
	send: act(z.object({ email: blank(emailField) }), async ({ email }, event) => {
		const { locals, params, getClientAddress } = event;
		await sendInvitationCode(locals.ctx, { token: params.token!, email }, getClientAddress());
		return { sent: email ?? 'invited' };
	}),
	verify: act(
		z.object({ code: codeField, password: blank(newPasswordField), email: blank(emailField) }),
		async (input, { locals, params, getClientAddress }) => {
			await acceptInvitation(locals.ctx, { ...input, token: params.token! }, getClientAddress());
			redirect(303, '/missions');
		}
	)
};
