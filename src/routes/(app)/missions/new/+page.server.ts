import { stringify } from 'yaml';
import { z } from 'zod';
import { contractOfSteps } from '#core/creation/steps-to-contract.ts';
import { stepsInput } from '#core/creation/steps.ts';
import { DomainError } from '#core/errors.ts';
import { listPeople, mustAdminister } from '#server/accounts/list-people.ts';
import { checkContract, maxUpload } from '#server/creation/check-contract.ts';
import { createMission, freeSlugFor } from '#server/creation/create-mission.ts';
import { shippedContracts, shippedText } from '#server/creation/shipped.ts';
import type { Context } from '#server/context.ts';
import { creationInput, previewInput, wayOf } from '$lib/creation/fields.ts';
import { act } from '$lib/http/form.ts';
import { guarded } from '$lib/http/refusal.ts';
import { getLocale } from '$lib/i18n/paraglide/runtime.js';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = guarded(async ({ locals, url }: PageServerLoadEvent) => {
	const [shipped, people] = await Promise.all([shippedContracts(locals.ctx), listPeople(locals.ctx)]);
	return {
		way: wayOf(url.searchParams.get('way')),
		shipped,
		maxBytes: maxUpload,
		people: people
			.filter((one) => one.state !== 'disabled')
			.map(({ email, fullName }) => ({ email, fullName }))
	};
});

/** The one preview every way leads to. @throws `contract_faulty` with each fault and the text, so that it can be mended */
async function preview(ctx: Context, text: string, days: Record<string, string> = {}, wanted = '') {
	mustAdminister(ctx);
	const checked = checkContract(text, days, getLocale());
	if (!checked.ok)
		throw new DomainError('contract_faulty', {
			text: text.slice(0, maxUpload),
			problems: checked.problems
		});
	const slug = wanted || checked.outlook.slug;
	// A short name typed wrongly is said when the mission is created; here it only has no proposal.
	const free = /^[a-z0-9][a-z0-9-]{1,60}$/.test(slug) ? await freeSlugFor(ctx, slug) : slug;
	return { text, preview: { outlook: checked.outlook, notes: checked.notes, slug, free } };
}

export const actions: Actions = {
	shipped: act(z.object({ shipped: z.string().min(1, 'choice_missing') }), async (input, { locals }) =>
		preview(locals.ctx, await shippedText(locals.ctx, input.shipped))
	),
	file: act(
		z.object({ file: z.instanceof(File).optional(), text: z.string().optional() }),
		async ({ file, text }, { locals }) => {
			mustAdminister(locals.ctx);
			// A file just chosen wins over a text that was mended from an earlier one.
			const chosen = file && file.name !== '' ? file : null;
			if (chosen && chosen.size > maxUpload) throw new DomainError('file_too_big', { field: 'file' });
			const given = chosen ? await chosen.text() : (text ?? '');
			if (given.trim() === '') throw new DomainError('no_file', { field: 'file' });
			return preview(locals.ctx, given);
		}
	),
	steps: act(stepsInput, async (steps, { locals }) =>
		preview(locals.ctx, stringify(contractOfSteps(steps), { lineWidth: 0 }))
	),
	check: act(previewInput, async ({ text, days, slug }, { locals }) =>
		preview(locals.ctx, text, days, slug)
	),
	create: act(creationInput, async (given, { locals }) => {
		try {
			const made = await createMission(locals.ctx, given);
			if (made.ok)
				return { created: { slug: made.slug, title: made.title, email: given.manager.email } };
			throw new DomainError('contract_faulty', { text: given.text, problems: made.problems });
		} catch (cause) {
			// The preview stays under the refusal, with all that was typed.
			if (!(cause instanceof DomainError) || cause.code === 'contract_faulty') throw cause;
			const seen = await preview(locals.ctx, given.text, given.days, given.slug).catch(() => null);
			throw new DomainError(cause.code, { ...cause.detail, ...seen });
		}
	})
};
