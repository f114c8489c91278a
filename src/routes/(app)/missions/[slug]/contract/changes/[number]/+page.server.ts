import { z } from 'zod';
import { DomainError } from '#core/errors.ts';
import { withdrawAmendment } from '#server/amendments/prepare.ts';
import { readContractPage } from '#server/amendments/read-contract-page.ts';
import { previewAmendment, signAmendment } from '#server/amendments/sign.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { act } from '$lib/http/form.ts';
import { guarded } from '$lib/http/refusal.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = guarded(async ({ locals, params, parent }: PageServerLoadEvent) => {
	const { mission } = await parent();
	const { amendments, number } = await readContractPage(locals.ctx, params.slug);
	const change = amendments.find((one) => String(one.number) === params.number);
	if (!change) throw new DomainError('not_found', { number: params.number });
	// What it does to the mission as it is now: only while it waits, and on the text it was prepared on.
	const outdated = change.state === 'prepared' && change.base !== number;
	const now =
		change.state === 'prepared' && !outdated
			? await previewAmendment(locals.ctx, mission, change.id)
			: null;
	return { change, outdated, amended: now?.amended ?? change.changes, stamp: now?.stamp ?? '' };
});

const version = z.coerce.number().int().min(1);
const mission = ({ locals, params }: RequestEvent) => readMission(locals.ctx, params.slug);

export const actions = {
	sign: act(
		z.object({ id: z.uuid(), version, stamp: z.string().max(100) }),
		async (given, event: RequestEvent) => {
			await signAmendment(event.locals.ctx, await mission(event), given);
		}
	),
	withdraw: act(z.object({ id: z.uuid(), version }), async (given, event: RequestEvent) => {
		await withdrawAmendment(event.locals.ctx, given);
	})
} satisfies Actions;
