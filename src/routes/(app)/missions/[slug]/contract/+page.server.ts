import { calendarIn } from '#core/creation/outlook.ts';
import { eventsOf } from '#core/contract/events.ts';
import { explainRule } from '#core/calendar/rules/explain.ts';
import { eventsIn } from '#core/calendar/rules/schema.ts';
import { readContractPage } from '#server/amendments/read-contract-page.ts';
import { guarded } from '$lib/http/refusal.ts';
import { getLocale } from '$lib/i18n/paraglide/runtime.js';
import type { PageServerLoadEvent } from './$types';

export const load = guarded(async ({ locals, params }: PageServerLoadEvent) => {
	const { contract, anchors, ...page } = await readContractPage(locals.ctx, params.slug);
	const calendar = calendarIn(contract);
	const days = eventsOf(contract, anchors, calendar);
	return {
		...page,
		contract: {
			title: contract.title,
			reference: contract.reference,
			regime: contract.regime,
			calendar: calendar.label,
			source: contract.source,
			renewal: contract.renewal ?? null,
			penalties: contract.penalties,
			ambiguities: contract.ambiguities
		},
		anchors: contract.anchors.map((one) => ({
			name: one.name,
			label: one.label,
			day: days[one.name] ?? null,
			why: one.tbd ?? null,
			words: one.rule
				? explainRule(one.rule, days[eventsIn(one.rule)[0] ?? ''] ?? null, calendar, 1, getLocale())
				: null,
			clause: one.clause ?? null,
			notes: one.notes
		})),
		clauses: [...contract.deliverables, ...contract.obligations].map((one) => ({
			code: one.code,
			title: one.title,
			owner: one.owner,
			clause: one.clause ?? null,
			interpretation: one.interpretation ?? null,
			notes: one.notes
		}))
	};
});
