import { jsonAct } from '$lib/http/json-act.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { addLink, newLinkSchema } from '#server/schedule/links.ts';
import type { RequestEvent } from './$types';

/** Ties a line to the one it follows. 422 names the circle it would close. */
export const POST = jsonAct(newLinkSchema, async (link, { locals, params }: RequestEvent) => {
	const mission = await readMission(locals.ctx, params.slug);
	return { link: await addLink(locals.ctx, mission.id, link) };
});
