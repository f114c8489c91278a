import { json } from '@sveltejs/kit';
import { DomainError } from '#core/errors.ts';
import { errorSentence } from '$lib/i18n/errors.ts';
import { editItem, scheduleEditSchema } from '#server/schedule/edit-item.ts';
import { readMission } from '#server/missions/read-mission.ts';
import type { RequestHandler } from './$types';

/** One change of the chart or of its table. 409 carries what stands now; 422 names what is wrong. */
export const PATCH: RequestHandler = async ({ locals, params, request }) => {
	try {
		await readMission(locals.ctx, params.slug);
		const read = scheduleEditSchema.safeParse(await request.json().catch(() => null));
		if (!read.success)
			throw new DomainError('bad_input', { field: String(read.error.issues[0]?.path[0] ?? '') });
		return json({ ok: true, item: await editItem(locals.ctx, params.id, read.data) });
	} catch (error) {
		if (!(error instanceof DomainError) || error.status === 500) throw error;
		return json(
			{
				ok: false,
				code: error.code,
				message: errorSentence(error.code, error.detail),
				detail: error.detail
			},
			{ status: error.status }
		);
	}
};
