import { jsonAct } from '$lib/http/json-act.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { lineLinksSchema, setLinks } from '#server/schedule/links.ts';
import type { RequestEvent } from './$types';

/** All that a line follows, at once. 422 names the line that is wrong, 409 gives the links that stand now. */
export const PUT = jsonAct(lineLinksSchema, async (input, { locals, params }: RequestEvent) => {
	await readMission(locals.ctx, params.slug);
	return { links: await setLinks(locals.ctx, params.id, input) };
});
