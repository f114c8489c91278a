import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { demoAccounts } from '#server/accounts/demo-accounts.ts';
import { needsFirstRun } from '#server/accounts/needs-first-run.ts';
import { signIn } from '#server/accounts/sign-in.ts';
import { emailField } from '$lib/door/fields.ts';
import { act } from '$lib/http/form.ts';
import { guarded } from '$lib/http/refusal.ts';
import { safePath } from '$lib/shell/safe-path.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = guarded(async ({ locals, url }: PageServerLoadEvent) => {
	const next = safePath(url.searchParams.get('next'), url.origin);
	if (locals.ctx.person) redirect(303, next);
	if (await needsFirstRun(locals.ctx)) redirect(303, '/first-run');
	return {
		next,
		// Signed in at the store, and nobody here: the account was closed, or never opened.
		closed: locals.ctx.userId !== null,
		demo: await demoAccounts(locals.ctx.backend)
	};
});

const form = z.object({
	email: emailField,
	password: z.string().min(1).max(200),
	next: z.string().optional()
});

export const actions: Actions = {
	default: act(form, async (input, { locals, url, getClientAddress }) => {
		await signIn(locals.ctx, input, getClientAddress());
		redirect(303, safePath(input.next, url.origin));
	})
};
