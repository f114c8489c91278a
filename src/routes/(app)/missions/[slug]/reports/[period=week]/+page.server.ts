import { z } from 'zod';
import type { Week } from '#core/calendar/days.ts';
import { reportFormSchema } from '#core/reports/read-form.ts';
import { act } from '$lib/http/form.ts';
import { guarded } from '$lib/http/refusal.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { answerReport } from '#server/reports/answer-report.ts';
import { earlierReports } from '#server/reports/earlier-reports.ts';
import { fileReport } from '#server/reports/file-report.ts';
import { prefill } from '#server/reports/prefill.ts';
import { readReport } from '#server/reports/read-report.ts';
import { saveDraft } from '#server/reports/save-draft.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = guarded(async ({ locals, parent, params }: PageServerLoadEvent) => {
	const { mission } = await parent();
	const report = await readReport(locals.ctx, mission, params.period);
	const writes = mission.isContractor && ['due', 'draft', 'contested'].includes(report.state);
	if (!writes) return { report, writes, version: report.version, body: null, earlier: [] };
	const before = await earlierReports(locals.ctx, mission, report.period);
	return {
		report,
		writes,
		// What the form writes on: of a contested report, its correction.
		version: report.state === 'contested' ? (report.correction?.version ?? 0) : report.version,
		body:
			report.correction?.body ??
			report.body ??
			(await prefill(locals.ctx, mission, report.period, before)),
		earlier: before.days
	};
});

const answer = z.object({
	id: z.uuid(),
	accepted: z.enum(['yes', 'no'], 'choice_missing').transform((v) => v === 'yes'),
	reason: z.string().max(4000, 'too_long').default(''),
	seen: z.string().regex(/^[0-9a-f]{64}$/)
});
const period = (event: RequestEvent) => event.params.period as Week;

export const actions: Actions = {
	save: act(reportFormSchema, async ({ version, body }, event: RequestEvent) => {
		const mission = await readMission(event.locals.ctx, event.params.slug);
		return { version: await saveDraft(event.locals.ctx, mission, period(event), version, body) };
	}),
	file: act(reportFormSchema, async ({ version, body }, event: RequestEvent) => {
		const mission = await readMission(event.locals.ctx, event.params.slug);
		await fileReport(event.locals.ctx, mission, period(event), version, body);
		return { filed: true };
	}),
	answer: act(answer, async ({ id, accepted, reason, seen }, event: RequestEvent) => {
		await answerReport(event.locals.ctx, id, accepted, reason, seen);
	})
};
