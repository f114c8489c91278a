import { readMission } from '#server/missions/read-mission.ts';
import { leavingSchedule } from '#server/schedule/exchange/leaving.ts';
import { pagesOf } from '$lib/gantt/export/picture.ts';
import { baselineAsked } from '$lib/http/baseline-asked.ts';
import { guarded } from '$lib/http/refusal.ts';
import type { PageServerLoadEvent } from './$types';

export const load = guarded(async ({ locals, params, url }: PageServerLoadEvent) => {
	const mission = await readMission(locals.ctx, params.slug);
	const baseline = baselineAsked(url);
	const { schedule } = await leavingSchedule(locals.ctx, mission, baseline);
	const asked = new URLSearchParams();
	if (baseline !== undefined) asked.set('baseline', String(baseline));
	if (url.searchParams.get('critical') === '1') asked.set('critical', '1');
	return {
		slug: mission.slug,
		title: mission.title,
		shortTitle: mission.shortTitle,
		asked: asked.toString(),
		pages: pagesOf(schedule.items.length + schedule.undated.length)
	};
});
