import { addMonths, weekRange, type Day, type Week } from '#core/calendar/days.ts';
import { fileName } from '#core/documents/file-name.ts';
import { buildWeeklyReport } from '#core/documents/weekly-report.ts';
import type { ReportBody } from '#core/reports/body.ts';
import { reportDocument } from '#core/reports/document.ts';
import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';
import { loadTemplate } from '#server/documents/load-template.ts';
import { renderDocument } from '#server/documents/render.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { missionContract } from './due-reports.ts';
import { versionWords } from './version-words.ts';

export interface RenderedReport {
	bytes: Uint8Array;
	name: string;
}

/** How a meeting stands on the day the report is made: a day gone by is not a meeting held. */
function meetingWords(state: string, on: Day, today: Day): string {
	if (state !== 'convened') return 'Tenue';
	return on < today ? 'Convoquée, non tenue' : 'À venir';
}

/** The Word file of a week: with a day it is the one that is filed, without one a draft that says so. */
export async function renderReport(
	ctx: Context,
	mission: MissionContext,
	week: Week,
	body: ReportBody,
	filedOn: Day | null,
	before: ReportBody | null
): Promise<RenderedReport> {
	const { client } = ctx;
	const { from, to } = weekRange(week);
	const [contract, organisations, deliverables, meetings, actions] = await Promise.all([
		missionContract(ctx, mission),
		client.from('organisations').select('name, short_name, side').eq('mission_id', mission.id),
		client
			.from('deliverables')
			.select('code, title, due_on, versions (number, state, submitted_at)')
			.eq('mission_id', mission.id)
			.order('position'),
		client
			.from('meetings')
			.select('title, held_on, place, state')
			.eq('mission_id', mission.id)
			.gte('held_on', from)
			.order('held_on'),
		client
			.from('actions')
			.select('number, wording, owner_name, due_on')
			.eq('mission_id', mission.id)
			.eq('binds', true)
			.is('done_on', null)
			.order('number')
	]);
	const parties = unwrap(organisations);
	const party = (side: string) => parties.find((o) => o.side === side)?.name ?? '—';
	const input = reportDocument({
		contract: {
			title: mission.title,
			// A reference that only says the title again is no number.
			number: mission.reference?.includes(mission.title) ? undefined : (mission.reference ?? undefined)
		},
		client: party('client'),
		contractor: party('contractor'),
		prefix: mission.prefix,
		week,
		author: ctx.person?.fullName ?? '—',
		filedOn,
		recipients: contract.recipients.map((r) => ({
			name: r.name ?? r.email,
			organisation: party('client')
		})),
		deliverables: unwrap(deliverables)
			// A year ahead is noise in a weekly report: three months are enough.
			.filter((d) => d.versions.length > 0 || (d.due_on !== null && d.due_on <= addMonths(to, 3)))
			.map((d) => ({
				code: d.code,
				title: d.title,
				due: d.due_on,
				standing: versionWords(d.versions)
			})),
		meetings: unwrap(meetings)
			.filter((g) => g.state !== 'cancelled' && g.state !== 'draft')
			.slice(0, 12)
			.map((g) => ({
				on: g.held_on,
				title: g.title,
				place: g.place,
				standing: meetingWords(g.state, g.held_on, filedOn ?? mission.today)
			})),
		actions: unwrap(actions).map((a) => ({
			number: a.number,
			action: a.wording,
			owner: a.owner_name,
			due: a.due_on
		})),
		asOf: filedOn ?? mission.today,
		before,
		body
	});
	const title = `Compte rendu hebdomadaire ${week}`;
	const bytes = renderDocument(
		loadTemplate('weekly-report', ctx.settings.templatesDir),
		buildWeeklyReport(input),
		{
			templateName: 'weekly-report',
			title,
			creator: ctx.person?.fullName,
			language: 'fr-FR'
		}
	);
	return {
		bytes,
		name: fileName({
			contract: mission.prefix,
			code: week,
			title: 'Compte rendu hebdomadaire',
			day: filedOn ?? to
		})
	};
}
