import { z } from 'zod';
import { jsonAct } from '$lib/http/json-act.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { undoPlan } from '#server/schedule/plan.ts';
import type { RequestEvent } from './$types';

/** Puts all the lines of an act back, as one act; undoing that does the first again. */
export const POST = jsonAct(z.unknown(), async (_nothing, { locals, params }: RequestEvent) =>
	undoPlan(locals.ctx, await readMission(locals.ctx, params.slug), params.act)
);
