import { z } from 'zod';
import { jsonAct } from '$lib/http/json-act.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { editLink, linkEditSchema, removeLink } from '#server/schedule/links.ts';
import type { RequestEvent } from './$types';

export const PATCH = jsonAct(linkEditSchema, async (edit, { locals, params }: RequestEvent) => {
	await readMission(locals.ctx, params.slug);
	return { link: await editLink(locals.ctx, params.id, edit) };
});

/** The body names the version that was read. */
export const DELETE = jsonAct(
	z.object({ version: z.number().int().min(1) }),
	async (read, { locals, params }: RequestEvent) => {
		await readMission(locals.ctx, params.slug);
		await removeLink(locals.ctx, params.id, read.version);
	}
);
