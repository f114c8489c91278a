import { error } from '@sveltejs/kit';
import { DocumentError } from '#core/documents/problems.ts';
import { meetingRows } from '#server/meetings/read-meeting.ts';
import { renderMinutes } from '#server/meetings/render-minutes.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { guarded } from '$lib/http/refusal.ts';
import { soon } from '$lib/http/soon.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = guarded(async ({ locals, params }) => {
	const asked = soon(meetingRows(locals.ctx, params.slug, params.code));
	const mission = await readMission(locals.ctx, params.slug);
	try {
		const { bytes, name } = await renderMinutes(locals.ctx, mission, params.code, asked);
		return new Response(Buffer.from(bytes), {
			headers: {
				'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
				'content-disposition': `attachment; filename="${name}"`,
				'content-length': String(bytes.byteLength),
				'x-content-type-options': 'nosniff',
				'cache-control': 'private, no-store'
			}
		});
	} catch (cause) {
		if (cause instanceof DocumentError) error(422, { code: 'bad_input', message: cause.message });
		throw cause;
	}
});
