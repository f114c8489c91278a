import { z } from 'zod';
import { myRoles } from '#server/accounts/my-roles.ts';
import { changePassword } from '#server/accounts/password.ts';
import { listCalendarLinks, makeCalendarLink, revokeCalendarLink } from '#server/feeds/links.ts';
import { newPasswordField } from '$lib/door/fields.ts';
import { act } from '$lib/http/form.ts';
import { guarded } from '$lib/http/refusal.ts';
import { getLocale } from '$lib/i18n/paraglide/runtime.js';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = guarded(async ({ locals }: PageServerLoadEvent) => {
	const { ctx } = locals;
	const [roles, links] = await Promise.all([myRoles(ctx), listCalendarLinks(ctx)]);
	// Where the server has no door of its own, nobody could follow a link.
	return { roles, links, offersLinks: ctx.backend.door !== null };
});

const oneLink = z.object({ id: z.uuid() });

export const actions: Actions = {
	password: act(
		z.object({ currentPassword: z.string().min(1).max(200), password: newPasswordField }),
		async ({ currentPassword, password }, { locals, getClientAddress }) =>
			changePassword(locals.ctx, { current: currentPassword, password }, getClientAddress())
	),
	makeLink: act(z.object({ scope: z.string().max(100) }), async ({ scope }, { locals }) => ({
		link: await makeCalendarLink(locals.ctx, { slug: scope || undefined }, getLocale())
	})),
	renewLink: act(oneLink, async ({ id }, { locals }) => ({
		link: await makeCalendarLink(locals.ctx, { insteadOf: id }, getLocale())
	})),
	revokeLink: act(oneLink, async ({ id }, { locals }) => revokeCalendarLink(locals.ctx, id))
};
