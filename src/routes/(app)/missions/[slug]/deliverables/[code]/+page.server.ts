import { z } from 'zod';
import { decideInput, endorseInput, handInInput, voteInput } from '#core/deliverables/inputs.ts';
import {
	answerInput,
	checkInput,
	correctInput,
	numberInput,
	observeInput,
	withdrawInput
} from '#core/deliverables/observations/inputs.ts';
import { act } from '$lib/http/form.ts';
import { guarded } from '$lib/http/refusal.ts';
import { castVote } from '#server/deliverables/cast-vote.ts';
import { confirmEndorsement } from '#server/deliverables/confirm-endorsement.ts';
import { decide } from '#server/deliverables/decide.ts';
import { handIn } from '#server/deliverables/hand-in.ts';
import { answerObservation } from '#server/deliverables/observations/answer.ts';
import { checkObservation } from '#server/deliverables/observations/check.ts';
import { correctObservation } from '#server/deliverables/observations/correct.ts';
import { numberReserves } from '#server/deliverables/observations/number-reserves.ts';
import { observe } from '#server/deliverables/observations/observe.ts';
import { readObservations } from '#server/deliverables/observations/read-observations.ts';
import { withdrawObservation } from '#server/deliverables/observations/withdraw.ts';
import { putDraft } from '#server/deliverables/put-draft.ts';
import { readDeliverable } from '#server/deliverables/read-deliverable.ts';
import { penaltiesAbout } from '#server/penalties/read-penalties.ts';
import { removeDraft } from '#server/deliverables/remove-draft.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = guarded(async ({ locals, params }: PageServerLoadEvent) => {
	const [deliverable, observations, penalties] = await Promise.all([
		readDeliverable(locals.ctx, params.slug, params.code),
		readObservations(locals.ctx, params.slug, params.code),
		penaltiesAbout(locals.ctx, params.slug, { of_code: params.code })
	]);
	return { deliverable, observations, penalties };
});

const on = <S extends z.ZodType>(
	schema: S,
	verb: (input: z.output<S>, event: RequestEvent) => Promise<Record<string, unknown> | void>
) => act<S, RequestEvent>(schema, verb);

const draftInput = z.object({ file: z.instanceof(File, { error: 'no_file' }) });
const draftId = z.object({ id: z.uuid('unknown_file') });

export const actions: Actions = {
	put: on(draftInput, async ({ file }, { locals, params }) => {
		const bytes = new Uint8Array(await file.arrayBuffer());
		const put = await putDraft(locals.ctx, params.slug, params.code, { name: file.name, bytes });
		return { act: 'put', name: put.name };
	}),
	remove: on(draftId, async ({ id }, { locals }) => {
		await removeDraft(locals.ctx, id);
		return { act: 'remove' };
	}),
	hand_in: on(handInInput, async (input, { locals, params }) => {
		const { number } = await handIn(locals.ctx, params.slug, params.code, input);
		return { act: 'hand_in', number };
	}),
	vote: on(voteInput, async (input, { locals }) => {
		await castVote(locals.ctx, input);
		return { act: 'vote' };
	}),
	endorse: on(endorseInput, async (input, { locals }) => {
		await confirmEndorsement(locals.ctx, input);
		return { act: 'endorse' };
	}),
	decide: on(decideInput, async (input, { locals }) => {
		const { number } = await decide(locals.ctx, input);
		return { act: 'decide', number };
	}),
	observe: on(observeInput, async (input, { locals }) => {
		const { number } = await observe(locals.ctx, input);
		return { act: 'observe', observation: number };
	}),
	answer: on(answerInput, async (input, { locals }) => {
		const { number } = await answerObservation(locals.ctx, input);
		return { act: 'answer', observation: number };
	}),
	check: on(checkInput, async (input, { locals }) => {
		const { number } = await checkObservation(locals.ctx, input);
		return { act: 'check', observation: number };
	}),
	correct: on(correctInput, async (input, { locals }) => {
		const { number } = await correctObservation(locals.ctx, input);
		return { act: 'correct', observation: number };
	}),
	withdraw: on(withdrawInput, async (input, { locals }) => {
		const { number } = await withdrawObservation(locals.ctx, input);
		return { act: 'withdraw', observation: number };
	}),
	number: on(numberInput, async (input, { locals }) => {
		await numberReserves(locals.ctx, input);
		return { act: 'number' };
	})
};
