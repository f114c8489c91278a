import { replyInput } from '#core/meetings/reply.ts';
import { readReplyPage, replyByLink } from '#server/meetings/replies.ts';
import { act } from '$lib/http/form.ts';
import { guarded } from '$lib/http/refusal.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = guarded(async ({ locals, params, getClientAddress, setHeaders }: PageServerLoadEvent) => {
	setHeaders({ 'x-robots-tag': 'noindex' });
	return { meeting: await readReplyPage(locals.ctx, params.token, getClientAddress()) };
});

export const actions = {
	default: act(replyInput, async (reply, { locals, params, getClientAddress }: RequestEvent) => {
		await replyByLink(locals.ctx, params.token, reply, getClientAddress());
	})
} satisfies Actions;
