import { meetingRows } from '#server/meetings/read-meeting.ts';
import { renderConvocation } from '#server/meetings/papers/render-convocation.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { wordFile } from '$lib/http/download.ts';
import { guarded } from '$lib/http/refusal.ts';
import { soon } from '$lib/http/soon.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = guarded(async ({ locals, params }) => {
	const asked = soon(meetingRows(locals.ctx, params.slug, params.code));
	const mission = await readMission(locals.ctx, params.slug);
	return wordFile(await renderConvocation(locals.ctx, mission, params.code, asked));
});
