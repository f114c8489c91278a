import { resolve } from '$app/paths';
import { redirect } from '@sveltejs/kit';
import { DomainError } from '#core/errors.ts';
import * as input from '#core/obligations/follow/inputs.ts';
import { penaltiesAbout } from '#server/penalties/read-penalties.ts';
import { readMission } from '#server/missions/read-mission.ts';
import {
	answerObligation,
	chooseReading,
	extendObligation,
	sendObligation,
	closeObligation
} from '#server/obligations/act-on.ts';
import { datesBefore } from '#server/obligations/dates-before.ts';
import { readObligations } from '#server/obligations/read-obligations.ts';
import { act } from '$lib/http/form.ts';
import { guarded } from '$lib/http/refusal.ts';
import { getLocale } from '$lib/i18n/paraglide/runtime.js';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = guarded(async ({ locals, params, parent }: PageServerLoadEvent) => {
	const { mission } = await parent();
	const { lines, detail } = await readObligations(locals.ctx, mission, getLocale(), { key: params.key });
	const line = lines.find((one) => one.key === params.key);
	if (!line) {
		// What repeats or comes in stages has a page each time: its code alone leads to their list.
		const { lines: all } = await readObligations(locals.ctx, mission, getLocale());
		if (!all.some((one) => one.code.split('/')[0] === params.key))
			throw new DomainError('not_found', { key: params.key });
		const list = resolve('/(app)/missions/[slug]/obligations', { slug: params.slug });
		redirect(307, `${list}?span=contract&code=${encodeURIComponent(params.key)}`);
	}
	const [penalties, before] = await Promise.all([
		penaltiesAbout(locals.ctx, mission.slug, { occurrence: line.key }),
		datesBefore(locals.ctx, mission.id, line.key)
	]);
	return { line, detail: detail(line), penalties, before };
});

const mission = ({ locals, params }: RequestEvent) => readMission(locals.ctx, params.slug);

export const actions = {
	send: act(input.sendInput, async (given, event: RequestEvent) => {
		await sendObligation(event.locals.ctx, await mission(event), given);
	}),
	answer: act(input.answerInput, async (given, event: RequestEvent) => {
		await answerObligation(event.locals.ctx, given);
	}),
	close: act(input.closeInput, async (given, event: RequestEvent) => {
		await closeObligation(event.locals.ctx, given);
	}),
	extend: act(input.extendInput, async (given, event: RequestEvent) => {
		await extendObligation(event.locals.ctx, await mission(event), given);
	}),
	reading: act(input.readingInput, async (given, event: RequestEvent) => {
		await chooseReading(event.locals.ctx, await mission(event), given);
	})
} satisfies Actions;
