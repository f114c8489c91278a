import { jsonAct } from '$lib/http/json-act.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { applyPlan, planSchema } from '#server/schedule/plan.ts';
import type { RequestEvent } from './$types';

/** Keeps what a person saw that a change brings about, as one act. 409 carries the new preview, or both values of each line that changed. */
export const POST = jsonAct(planSchema, async (input, { locals, params }: RequestEvent) =>
	applyPlan(locals.ctx, await readMission(locals.ctx, params.slug), input)
);
