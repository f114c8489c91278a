import { penaltyReadingInput } from '#core/penalties/follow/inputs.ts';
import { totalsOf, wholeSteps } from '#core/penalties/follow/totals.ts';
import { choosePenaltyReading } from '#server/penalties/act-on.ts';
import { readPenalties } from '#server/penalties/read-penalties.ts';
import { detectPenalties } from '#server/penalties/search.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { act } from '$lib/http/form.ts';
import { guarded } from '$lib/http/refusal.ts';
import { filters, kept, readFilter } from '$lib/penalties/query.ts';
import { z } from 'zod';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = guarded(async ({ locals, parent, url }: PageServerLoadEvent) => {
	const { mission } = await parent();
	const { contract, lines, readings, hearing, search } = await readPenalties(locals.ctx, mission);
	const { penalties } = contract;
	const filter = readFilter(url.searchParams);
	return {
		filter,
		counts: Object.fromEntries(filters.map((one) => [one, kept(lines, one).length])),
		lines: kept(lines, filter),
		totals: totalsOf(lines),
		// The cap and the exemption bear on simulated amounts too.
		whole: mission.isClient ? wholeSteps(contract, lines) : [],
		currency: contract.currency ?? '',
		hearing,
		says: {
			undetermined: penalties.undetermined,
			why: penalties.why ?? null,
			optional: penalties.optional,
			excuses: penalties.excuses,
			notes: penalties.notes,
			clause: penalties.clause ?? null
		},
		readings: penalties.items.flatMap((item) => {
			const choice = readings.find((one) => one.code === item.code);
			return choice ? [{ item, choice }] : [];
		}),
		search: search && {
			disputed: search.detected.disputed,
			outside: search.detected.outside,
			unjudged: search.detected.unjudged,
			ongoing: search.detected.ongoing,
			fresh: search.difference.fresh.length,
			changed: search.difference.repriced,
			gone: search.difference.gone.length
		}
	};
});

export const actions = {
	search: act(z.object({}), async (_given, event: RequestEvent) => ({
		searched: await detectPenalties(
			event.locals.ctx,
			await readMission(event.locals.ctx, event.params.slug)
		)
	})),
	reading: act(penaltyReadingInput, async (given, event: RequestEvent) => {
		const mission = await readMission(event.locals.ctx, event.params.slug);
		await choosePenaltyReading(event.locals.ctx, mission, given);
	})
} satisfies Actions;
