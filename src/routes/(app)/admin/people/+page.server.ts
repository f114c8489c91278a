import { z } from 'zod';
import { addAccount, setAccount } from '#server/accounts/change-account.ts';
import { listPeople } from '#server/accounts/list-people.ts';
import { emailField, nameField } from '$lib/door/fields.ts';
import { act } from '$lib/http/form.ts';
import { guarded } from '$lib/http/refusal.ts';
import type { Actions, PageServerLoadEvent } from './$types';

const shown = z.enum(['active', 'invited', 'disabled', 'admin']).nullable().catch(null);

export const load = guarded(async ({ locals, url }: PageServerLoadEvent) => {
	const people = await listPeople(locals.ctx);
	return { people, shown: shown.parse(url.searchParams.get('state')), me: locals.ctx.person?.id ?? null };
});

const yes = z.enum(['true', 'false']).transform((value) => value === 'true');

export const actions: Actions = {
	add: act(z.object({ fullName: nameField, email: emailField }), async (input, { locals }) =>
		addAccount(locals.ctx, input)
	),
	administrator: act(z.object({ person: z.uuid(), administrator: yes }), async (input, { locals }) =>
		setAccount(locals.ctx, input)
	),
	disabled: act(z.object({ person: z.uuid(), disabled: yes }), async (input, { locals }) =>
		setAccount(locals.ctx, input)
	)
};
