import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { DomainError } from '#core/errors.ts';
import { createFirstAdmin } from '#server/accounts/first-run.ts';
import { needsFirstRun } from '#server/accounts/needs-first-run.ts';
import { emailField, nameField, newPasswordField } from '$lib/door/fields.ts';
import { act } from '$lib/http/form.ts';
import { guarded } from '$lib/http/refusal.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = guarded(async ({ locals }: PageServerLoadEvent) => {
	if (!(await needsFirstRun(locals.ctx))) throw new DomainError('not_found');
});

export const actions: Actions = {
	default: act(
		z.object({ fullName: nameField, email: emailField, password: newPasswordField }),
		async (input, { locals, getClientAddress }) => {
			await createFirstAdmin(locals.ctx, input, getClientAddress());
			redirect(303, '/');
		}
	)
};
