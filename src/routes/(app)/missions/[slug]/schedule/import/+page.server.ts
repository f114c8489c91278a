import { shownOf } from '#core/schedule/exchange/compare/shown.ts';
import { planLimits } from '#core/schedule/exchange/plan.ts';
import { DomainError } from '#core/errors.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { applyImport, previewImport } from '#server/schedule/exchange/bring-in.ts';
import { readFile, readText } from '#server/schedule/exchange/read-file.ts';
import { undoPlan } from '#server/schedule/plan.ts';
import { readSchedule } from '#server/schedule/read-schedule.ts';
import { applyInput, lookInput, placesOf, undoInput } from '$lib/gantt/import/input.ts';
import { act } from '$lib/http/form.ts';
import { guarded } from '$lib/http/refusal.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = guarded(async ({ locals, parent }: PageServerLoadEvent) => {
	const { mission } = await parent();
	if (!mission.roles.includes('client_manager')) throw new DomainError('not_allowed');
	const { items, undated } = await readSchedule(locals.ctx, mission);
	return {
		maxBytes: planLimits.bytes,
		phases: [...items, ...undated]
			.filter(({ kind }) => kind === 'phase')
			.map(({ id, code, title }) => ({ value: id, label: code ? `${code} ${title}` : title }))
	};
});

/** The mission, for those who may import in it: before anything of the file is read. */
async function managed({ locals, params }: RequestEvent) {
	const mission = await readMission(locals.ctx, params.slug);
	if (!mission.roles.includes('client_manager')) throw new DomainError('not_allowed');
	return mission;
}

/** What the file says, or what was pasted; the file wins. */
async function readingOf({ file, text }: { file: File | null; text: string }) {
	if (file) {
		if (file.size > planLimits.bytes)
			return readFile({ name: file.name, bytes: new Uint8Array(planLimits.bytes + 1) });
		return readFile({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
	}
	if (text.trim() === '') throw new DomainError('no_file', { field: 'file' });
	if (text.length > planLimits.bytes) throw new DomainError('too_long', { field: 'text' });
	return readText(text);
}

export const actions: Actions = {
	look: act(lookInput, async (input, event: RequestEvent) => {
		const mission = await managed(event);
		const places = placesOf(input);
		const { comparison, seen } = await previewImport(
			event.locals.ctx,
			mission,
			await readingOf(input),
			places
		);
		return { shown: shownOf(comparison), seen, places };
	}),
	apply: act(applyInput, async (input, event: RequestEvent) => {
		const mission = await managed(event);
		const { act: made, ...counts } = await applyImport(
			event.locals.ctx,
			mission,
			await readingOf(input),
			{
				places: placesOf(input),
				removals: input.remove,
				seen: input.seen,
				fileName: input.file?.name ?? ''
			}
		);
		return { counts, act: made };
	}),
	undo: act(undoInput, async (input, event: RequestEvent) => {
		await undoPlan(event.locals.ctx, await managed(event), input.act);
		return { undone: true };
	})
};
