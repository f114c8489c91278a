import { makeCalendar } from '#core/calendar/calendar.ts';
import { slipRows } from '$lib/gantt/baselines/slip-rows.ts';
import { trendOf } from '$lib/gantt/baselines/trend.ts';
import { act } from '$lib/http/form.ts';
import { guarded } from '$lib/http/refusal.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { freezePlan, freezeSchema, readBaselines } from '#server/schedule/baselines.ts';
import { readSchedule, scheduleRows } from '#server/schedule/read-schedule.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

/** The number of the plan the address asks for; the last one otherwise. */
function numberOf(params: URLSearchParams): number | undefined {
	const asked = Number(params.get('plan') ?? Number.NaN);
	return Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : undefined;
}

export const load = guarded(async ({ locals, params, parent, depends, url }: PageServerLoadEvent) => {
	depends('jalon:schedule');
	const number = numberOf(url.searchParams);
	const rows = scheduleRows(locals.ctx, params.slug, number);
	const { mission } = await parent();
	const { items, baselines, baseline, calendar } = await readSchedule(locals.ctx, mission, rows);
	const known = baselines.some((one) => one.number === number);
	const shown = known ? number : baselines.at(-1)?.number;
	const plans = await readBaselines(locals.ctx, mission, shown);
	const compared = plans.find((one) => one.number === shown);
	return {
		baselines,
		shown: compared?.number ?? null,
		slips:
			baseline && compared
				? slipRows(items, baseline, compared.lines, makeCalendar(calendar.base, calendar.changes))
				: [],
		trend: trendOf(plans, items, mission.today),
		canEdit: mission.roles.includes('client_manager')
	};
});

export const actions: Actions = {
	freeze: act(freezeSchema, async (given, { locals, params }: RequestEvent) => {
		const mission = await readMission(locals.ctx, params.slug);
		return { frozen: await freezePlan(locals.ctx, mission.id, given) };
	})
};
