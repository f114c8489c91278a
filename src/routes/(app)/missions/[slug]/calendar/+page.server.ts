import { redirect } from '@sveltejs/kit';
import { partsOf } from '#core/calendar/days.ts';
import { calendarInput } from '#core/calendar/inputs.ts';
import { changeCalendar, previewCalendar, readCalendar } from '#server/calendar/own-calendar.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { resolve } from '$app/paths';
import { act } from '$lib/http/form.ts';
import { guarded } from '$lib/http/refusal.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

/** The mission's years, one before and one after, so that what is near can be seen. */
function yearsOf(anchors: Record<string, string | null>, today: string): number[] {
	const days = [today, ...Object.values(anchors).filter((day) => day !== null)].sort();
	const [first, last] = [partsOf(days[0]!).year, partsOf(days.at(-1)!).year + 1];
	return Array.from({ length: Math.min(30, last - first + 1) }, (_, i) => first + i);
}

export const load = guarded(async ({ locals, parent, url }: PageServerLoadEvent) => {
	const { mission } = await parent();
	const years = yearsOf(mission.anchors, mission.today);
	const asked = Number(url.searchParams.get('year'));
	const year = years.includes(asked) ? asked : partsOf(mission.today).year;
	return { calendar: await readCalendar(locals.ctx, mission, year), years, year };
});

const mission = ({ locals, params }: RequestEvent) => readMission(locals.ctx, params.slug);

export const actions = {
	preview: act(calendarInput, async (given, event: RequestEvent) => ({
		preview: await previewCalendar(event.locals.ctx, await mission(event), given),
		given: { ...given, to: given.to ?? '' }
	})),
	save: act(calendarInput, async (given, event: RequestEvent) => {
		await changeCalendar(event.locals.ctx, await mission(event), given);
		const page = resolve('/(app)/missions/[slug]/calendar', { slug: event.params.slug });
		redirect(303, `${page}?year=${(given.to ?? given.day).slice(0, 4)}`);
	})
} satisfies Actions;
