import { listMails } from '#server/accounts/list-mails.ts';
import { guarded } from '$lib/http/refusal.ts';
import type { PageServerLoadEvent } from './$types';

export const load = guarded(async ({ locals }: PageServerLoadEvent) => ({
	mails: await listMails(locals.ctx),
	siteUrl: locals.ctx.settings.siteUrl
}));
