import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { countsOf, extendables } from '#core/contract/amend/targets.ts';
import { DomainError } from '#core/errors.ts';
import { prepareAmendment } from '#server/amendments/prepare.ts';
import { proposeAmendment, type Means } from '#server/amendments/propose.ts';
import { readContractPage } from '#server/amendments/read-contract-page.ts';
import { maxUpload } from '#server/creation/check-contract.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { prepareInput, previewInput, type MeansInput } from '$lib/contract/amend-input.ts';
import { act } from '$lib/http/form.ts';
import { guarded } from '$lib/http/refusal.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = guarded(async ({ locals, params, parent, url }: PageServerLoadEvent) => {
	const { mission } = await parent();
	if (!mission.roles.includes('client_manager')) throw new DomainError('not_allowed');
	const { contract, anchors, number } = await readContractPage(locals.ctx, params.slug);
	return {
		by: url.searchParams.get('by') === 'file' ? ('file' as const) : ('form' as const),
		number,
		maxBytes: maxUpload,
		extendables: extendables(contract, anchors),
		counts: countsOf(contract),
		events: contract.anchors.map(({ name, label, tbd }) => ({
			name,
			label,
			open: tbd !== undefined,
			day: anchors[name] ?? null
		})),
		deliverables: contract.deliverables.map(({ code, title, owner, steps }) => ({
			code,
			title,
			owner,
			steps: steps.map((one) => one.label)
		})),
		phases: contract.phases.map(({ code, title }) => ({ code, title })),
		committees: contract.committees.map(({ code, title }) => ({ code, title }))
	};
});

/** The changes listed by form, or the text of another file: one just chosen wins over one that was mended. */
async function meansOf(input: Pick<MeansInput, 'by' | 'changes' | 'text' | 'file'>): Promise<Means> {
	if (input.by === 'form') return { changes: input.changes };
	if (input.file && input.file.size > maxUpload) throw new DomainError('file_too_big', { field: 'file' });
	const text = input.file ? await input.file.text() : input.text;
	if (text.trim() === '') throw new DomainError('no_file', { field: 'file' });
	return { text };
}

const faulty = (means: Means, problems: unknown) =>
	new DomainError('contract_faulty', { problems, ...('text' in means ? { text: means.text } : {}) });
const mission = ({ locals, params }: RequestEvent) => readMission(locals.ctx, params.slug);

export const actions = {
	preview: act(previewInput, async (input, event: RequestEvent) => {
		const means = await meansOf(input);
		const proposal = await proposeAmendment(event.locals.ctx, await mission(event), means, input);
		if (!proposal.ok) throw faulty(means, proposal.problems);
		return { amended: proposal.amended, ...('text' in means ? { text: means.text } : {}) };
	}),
	prepare: act(prepareInput, async (input, event: RequestEvent) => {
		const means = await meansOf(input);
		const { readNumber, scan } = input;
		const made = await prepareAmendment(event.locals.ctx, await mission(event), {
			means,
			act: input,
			readNumber,
			file: scan
		});
		if (!made.ok) throw faulty(means, made.problems);
		const place = resolve('/(app)/missions/[slug]/contract/changes/[number]', {
			slug: event.params.slug,
			number: String(made.number)
		});
		redirect(303, place);
	})
} satisfies Actions;
