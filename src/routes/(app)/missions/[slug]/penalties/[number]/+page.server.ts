import { DomainError } from '#core/errors.ts';
import { contractFormula } from '#core/penalties/formulas.ts';
import * as input from '#core/penalties/follow/inputs.ts';
import { mayDo, notYet } from '#core/penalties/follow/may.ts';
import { wholeSteps } from '#core/penalties/follow/totals.ts';
import { readMission } from '#server/missions/read-mission.ts';
import {
	chargePenalty,
	commentPenalty,
	decidePenalty,
	inviteToComment,
	typePenalty
} from '#server/penalties/act-on.ts';
import { readPenalties } from '#server/penalties/read-penalties.ts';
import { valuePenalty } from '#server/penalties/search.ts';
import { act } from '$lib/http/form.ts';
import { guarded } from '$lib/http/refusal.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = guarded(async ({ locals, params, parent }: PageServerLoadEvent) => {
	const { mission } = await parent();
	const { contract, lines, acts, hearing, notified, search } = await readPenalties(
		locals.ctx,
		mission,
		params.number
	);
	const line = lines.find((one) => one.number === params.number);
	if (!line) throw new DomainError('not_found', { number: params.number });
	const formula = contractFormula(contract).formula !== null && line.clauseCode === null;
	return {
		line,
		acts,
		hearing,
		notified,
		may: mayDo(line, mission, hearing, mission.today, formula),
		notYet: notYet(line, hearing, mission.today),
		whole:
			mission.isClient && (line.cap !== null || line.exempt !== null)
				? wholeSteps(contract, lines)
				: [],
		since: search?.difference.since.get(line.number) ?? null,
		contractValue: lines.findLast((one) => one.facts.contractValue)?.facts.contractValue ?? ''
	};
});

export const actions = {
	type: act(input.typeInput, async (given, event: RequestEvent) => {
		await typePenalty(event.locals.ctx, given);
	}),
	value: act(input.valueInput, async (given, event: RequestEvent) => {
		const mission = await readMission(event.locals.ctx, event.params.slug);
		await valuePenalty(event.locals.ctx, mission, given);
	}),
	invite: act(input.inviteInput, async (given, event: RequestEvent) => {
		await inviteToComment(event.locals.ctx, given);
	}),
	comment: act(input.commentInput, async (given, event: RequestEvent) => {
		await commentPenalty(event.locals.ctx, given);
	}),
	decide: act(input.decideInput, async (given, event: RequestEvent) => {
		await decidePenalty(event.locals.ctx, given);
	}),
	charge: act(input.chargeInput, async (given, event: RequestEvent) => {
		await chargePenalty(event.locals.ctx, given);
	})
} satisfies Actions;
