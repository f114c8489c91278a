import { listMails } from '#server/accounts/list-mails.ts';
import { guarded } from '$lib/http/refusal.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = guarded(async ({ locals }) => ({
	mails: await listMails(locals.ctx),
	siteUrl: locals.ctx.settings.siteUrl
}));
