import { writeIcs } from '#core/schedule/exchange/ics.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { leavingSchedule } from '#server/schedule/exchange/leaving.ts';
import { dayEvents } from '$lib/gantt/export/day-events.ts';
import { attachment } from '$lib/http/download.ts';
import { guarded } from '$lib/http/refusal.ts';
import { getLocale } from '$lib/i18n/paraglide/runtime.js';
import type { RequestHandler } from './$types';

/** The milestones and meetings of the mission as whole days, for the person's own calendar. */
export const GET: RequestHandler = guarded(async ({ locals, params, url }) => {
	const mission = await readMission(locals.ctx, params.slug);
	const { schedule } = await leavingSchedule(locals.ctx, mission);
	const page = `${url.origin}/missions/${mission.slug}/schedule`;
	const events = dayEvents(schedule.items, { today: mission.today, page, locale: getLocale() });
	const stamp = `${new Date().toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
	return attachment({
		bytes: new TextEncoder().encode(writeIcs(mission.shortTitle, events, stamp, url.hostname)),
		mediaType: 'text/calendar; charset=utf-8',
		name: `${mission.slug}-planning.ics`
	});
});
