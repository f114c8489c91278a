import { jsonAct } from '$lib/http/json-act.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { editItem, scheduleEditSchema } from '#server/schedule/edit-item.ts';
import type { RequestEvent } from './$types';

/** One change of the chart or of its table. 409 carries what stands now; 422 names what is wrong. */
export const PATCH = jsonAct(scheduleEditSchema, async (edit, { locals, params }: RequestEvent) => {
	await readMission(locals.ctx, params.slug);
	return { item: await editItem(locals.ctx, params.id, edit) };
});
