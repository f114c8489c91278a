import { DomainError } from '#core/errors.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { leavingSchedule } from '#server/schedule/exchange/leaving.ts';
import { pagesOf, pictureOf, sheet } from '$lib/gantt/export/picture.ts';
import { baselineAsked } from '$lib/http/baseline-asked.ts';
import { attachment } from '$lib/http/download.ts';
import { guarded } from '$lib/http/refusal.ts';
import { getLocale } from '$lib/i18n/paraglide/runtime.js';
import type { RequestHandler } from './$types';

/** The chart as a picture: whole for a slide, or `?page=2` of the print view. `?width=` in pixels, `?critical=1`. */
export const GET: RequestHandler = guarded(async ({ locals, params, url }) => {
	const mission = await readMission(locals.ctx, params.slug);
	const { schedule } = await leavingSchedule(locals.ctx, mission, baselineAsked(url));
	const asked = url.searchParams;
	const page = asked.has('page') ? Number(asked.get('page')) : undefined;
	if (
		page !== undefined &&
		!(
			Number.isInteger(page) &&
			page >= 1 &&
			page <= pagesOf(schedule.items.length + schedule.undated.length)
		)
	)
		throw new DomainError('not_found');
	const width = Number(asked.get('width')) || sheet.width;
	const svg = pictureOf(schedule, {
		title: mission.title,
		today: mission.today,
		locale: getLocale(),
		width: Math.min(6000, Math.max(800, Math.round(width))),
		critical: asked.get('critical') === '1',
		page
	});
	return attachment({
		bytes: new TextEncoder().encode(svg),
		mediaType: 'image/svg+xml; charset=utf-8',
		name: `${mission.slug}-planning.svg`
	});
});
