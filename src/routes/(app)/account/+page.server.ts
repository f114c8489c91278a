import { z } from 'zod';
import { myRoles } from '#server/accounts/my-roles.ts';
import { changePassword } from '#server/accounts/password.ts';
import { newPasswordField } from '$lib/door/fields.ts';
import { act } from '$lib/http/form.ts';
import { guarded } from '$lib/http/refusal.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = guarded(async ({ locals }: PageServerLoadEvent) => ({
	roles: await myRoles(locals.ctx)
}));

export const actions: Actions = {
	password: act(
		z.object({ currentPassword: z.string().min(1).max(200), password: newPasswordField }),
		async ({ currentPassword, password }, { locals, getClientAddress }) =>
			changePassword(locals.ctx, { current: currentPassword, password }, getClientAddress())
	)
};
