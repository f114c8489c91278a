import { DomainError } from '#core/errors.ts';
import * as input from '#core/indicators/inputs.ts';
import { readIndicatorQuery } from '#core/indicators/query.ts';
import { proposeExclusion, settleExclusion } from '#server/indicators/exclusions.ts';
import { readIndicator } from '#server/indicators/read-indicator.ts';
import { importFile, previewFile, recordGrid } from '#server/indicators/record.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { act } from '$lib/http/form.ts';
import { guarded } from '$lib/http/refusal.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = guarded(async ({ locals, params, parent, url }: PageServerLoadEvent) => {
	const { mission } = await parent();
	const queryOf = (indicator: Parameters<typeof readIndicatorQuery>[1]) =>
		readIndicatorQuery(url.searchParams, indicator, mission.today);
	return await readIndicator(locals.ctx, mission, params.code, queryOf);
});

const mission = ({ locals, params }: RequestEvent) => readMission(locals.ctx, params.slug);

export const actions = {
	record: act(input.gridInput, async (given, event: RequestEvent) => {
		const done = await recordGrid(event.locals.ctx, await mission(event), event.params.code, given);
		// Back at its fields, with all that was typed.
		if ('faults' in done) throw new DomainError('bad_input', { faults: done.faults });
		return done;
	}),
	check: act(input.fileInput, async (given, event: RequestEvent) => ({
		read: await previewFile(event.locals.ctx, await mission(event), event.params.code, given)
	})),
	import: act(input.importInput, async (given, event: RequestEvent) => ({
		recorded: await importFile(event.locals.ctx, await mission(event), event.params.code, given)
	})),
	propose: act(input.exclusionInput, async (given, event: RequestEvent) => {
		await proposeExclusion(event.locals.ctx, await mission(event), given);
	}),
	settle: act(input.settleInput, async (given, event: RequestEvent) => {
		await settleExclusion(event.locals.ctx, await mission(event), given);
	})
} satisfies Actions;
