import { redirect } from '@sveltejs/kit';
import { addDays, isDay } from '#core/calendar/days.ts';
import { DomainError } from '#core/errors.ts';
import { guarded } from '$lib/http/refusal.ts';
import { safePath } from '$lib/shell/safe-path.ts';
import { moveClock } from '#server/missions/move-clock.ts';
import { readMission } from '#server/missions/read-mission.ts';
import type { RequestHandler } from './$types';

/** The demonstration's clock: `move` = day | week, or `to` = YYYY-MM-DD; then back to where the person was. */
export const POST: RequestHandler = guarded(async ({ locals, params, request, url }) => {
	const form = await request.formData();
	const mission = await readMission(locals.ctx, params.slug);
	const move = form.get('move');
	const to =
		move === 'day'
			? addDays(mission.today, 1)
			: move === 'week'
				? addDays(mission.today, 7)
				: form.get('to');
	if (!isDay(to)) throw new DomainError('date_out_of_range', { field: 'to' });
	await moveClock(locals.ctx, mission, to);
	redirect(303, safePath(form.get('back') ?? `/missions/${params.slug}`, url.origin));
});
