import { guarded } from '$lib/http/refusal.ts';
import { dueReports, weeklyObligation } from '#server/reports/due-reports.ts';
import type { PageServerLoadEvent } from './$types';

const shown = ['all', 'open', 'filed'] as const;

export const load = guarded(async ({ locals, parent, url }: PageServerLoadEvent) => {
	const { mission } = await parent();
	const asked = url.searchParams.get('state');
	const show = shown.find((s) => s === asked) ?? 'all';
	const [reports, obligation] = await Promise.all([
		dueReports(locals.ctx, mission),
		weeklyObligation(locals.ctx, mission)
	]);
	const open = (state: string) => state === 'due' || state === 'draft';
	return {
		show,
		obligation,
		counts: {
			all: reports.length,
			open: reports.filter((r) => open(r.state)).length,
			filed: reports.filter((r) => !open(r.state)).length
		},
		reports: reports.filter((r) => show === 'all' || open(r.state) === (show === 'open')).reverse()
	};
});
