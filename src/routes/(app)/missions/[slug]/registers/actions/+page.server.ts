import { closeInput } from '#core/meetings/inputs.ts';
import { bodiesOf, pickActions, readActionQuery } from '#core/meetings/registers/query.ts';
import { closeAction } from '#server/meetings/close-action.ts';
import { readActions } from '#server/meetings/registers/read.ts';
import { act } from '$lib/http/form.ts';
import { guarded } from '$lib/http/refusal.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = guarded(async ({ locals, params, parent, url }: PageServerLoadEvent) => {
	const [{ mission }, all] = await Promise.all([parent(), readActions(locals.ctx, params.slug)]);
	const query = readActionQuery(url.searchParams);
	const me = locals.ctx.person?.id ?? null;
	const count = (view: typeof query.view) => pickActions(all, { ...query, view }, mission.today, me).length;
	return {
		query,
		rows: pickActions(all, query, mission.today, me),
		bodies: bodiesOf(all),
		counts: {
			open: count('open'),
			late: count('late'),
			mine: count('mine'),
			done: count('done'),
			all: count('all')
		}
	};
});

export const actions = {
	close: act(closeInput, async ({ id, version, done, result }, event: RequestEvent) => {
		await closeAction(event.locals.ctx, id, version, done, result);
	})
} satisfies Actions;
