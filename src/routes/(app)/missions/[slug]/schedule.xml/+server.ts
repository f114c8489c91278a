import { writeMspdi } from '#core/schedule/exchange/mspdi/write.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { leavingSchedule } from '#server/schedule/exchange/leaving.ts';
import { baselineAsked } from '$lib/http/baseline-asked.ts';
import { attachment } from '$lib/http/download.ts';
import { guarded } from '$lib/http/refusal.ts';
import type { RequestHandler } from './$types';

/** The schedule for MS Project and the programs that read its format. */
export const GET: RequestHandler = guarded(async ({ locals, params, url }) => {
	const mission = await readMission(locals.ctx, params.slug);
	const { plan } = await leavingSchedule(locals.ctx, mission, baselineAsked(url));
	return attachment({
		bytes: new TextEncoder().encode(writeMspdi(plan)),
		mediaType: 'application/xml; charset=utf-8',
		name: `${mission.slug}-planning.xml`
	});
});
