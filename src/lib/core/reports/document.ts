import { formatDay, formatDayShort } from '#core/calendar/format.ts';
import { diffDays, weekRange, type Day, type Week } from '#core/calendar/days.ts';
import { trendOf } from '#core/documents/weather.ts';
import type { WeeklyReportInput } from '#core/documents/weekly-report.ts';
import { itemsOf, type Axis, type ReportBody } from './body.ts';

export interface ReportFacts {
	contract: { title: string; number?: string };
	client: string;
	contractor: string;
	prefix: string;
	week: Week;
	author: string;
	/** Null: a draft, never sent. */
	filedOn: Day | null;
	recipients: { name: string; organisation?: string }[];
	deliverables: { code: string; title: string; due: Day | null; standing: string }[];
	meetings: { on: Day; title: string; place: string | null; standing: string }[];
	actions: { number: string; action: string; owner: string; due: Day | null }[];
	/** The day the document is read on: what is late is late on that day. */
	asOf: Day;
	/** The report before this one: the trend of each weather is told from it. */
	before: ReportBody | null;
	body: ReportBody;
}

// The words of a French document: it speaks French whatever the reader's screen speaks.
const axisWords: Record<Axis, string> = {
	delays: 'Délais',
	scope: 'Périmètre et qualité',
	resources: 'Ressources',
	risks: 'Risques'
};
const gradeWords = { low: 'Faible', medium: 'Moyenne', high: 'Forte' };
const impactWords = { low: 'Faible', medium: 'Moyen', high: 'Fort' };
const round = (n: number) => Math.round(n * 100) / 100;
const remaining = (d: ReportBody['days'][number]) =>
	d.sold !== null && d.consumed !== null ? round(d.sold - d.consumed) : null;

/** What the Word template of the weekly report says, made of the typed body and of what the mission knows. */
export function reportDocument(f: ReportFacts): WeeklyReportInput {
	const { from, to } = weekRange(f.week);
	const [year, number] = [f.week.slice(0, 4), Number(f.week.slice(6))];
	const day = (d: Day | null) => (d ? formatDayShort(d, 'fr') : undefined);
	// Of days nobody sold a number of, no total is told: part of one would be taken for the whole.
	const total = (pick: (d: ReportBody['days'][number]) => number | null) =>
		f.body.days.some((d) => pick(d) === null)
			? undefined
			: round(f.body.days.reduce((sum, d) => sum + (pick(d) ?? 0), 0));
	const standing = (due: Day | null) => {
		const late = due && due < f.asOf ? diffDays(due, f.asOf) : 0;
		return late ? `En retard de ${late} jour${late > 1 ? 's' : ''}` : 'En cours';
	};
	return {
		contract: f.contract,
		client: { role: 'Maître d’ouvrage', name: f.client },
		contractor: { role: 'Titulaire', name: f.contractor },
		report: {
			reference: `${f.prefix}-CR-${f.week}`,
			week: `Semaine ${number} de ${year}`,
			period: `du ${formatDay(from, 'fr')} au ${formatDay(to, 'fr')}`,
			author: f.author,
			state: f.filedOn ? 'Déposé' : 'Brouillon',
			filed: f.filedOn ? formatDay(f.filedOn, 'fr') : undefined
		},
		recipients: f.recipients,
		weather: {
			level: f.body.weather,
			trend: trendOf(f.body.weather, f.before?.weather),
			comment: f.body.weatherNote || undefined
		},
		axes: (Object.keys(axisWords) as Axis[]).map((a) => ({
			axis: axisWords[a],
			level: f.body.axes[a],
			trend: trendOf(f.body.axes[a], f.before?.axes[a])
		})),
		highlights: f.body.highlights || undefined,
		done: itemsOf(f.body.done),
		missed: f.body.missed.map((x) => ({ what: x.what, why: x.why || undefined })),
		next: itemsOf(f.body.next),
		blocked: f.body.blocked.map((x) => ({
			what: x.what,
			why: x.why || undefined,
			owner: x.owner || undefined
		})),
		deliverables: f.deliverables.map((d) => ({
			code: d.code,
			title: d.title,
			due: day(d.due),
			standing: d.standing
		})),
		meetings: f.meetings.map((g) => ({
			date: formatDayShort(g.on, 'fr'),
			subject: g.title,
			place: g.place ?? undefined,
			standing: g.standing
		})),
		risks: f.body.risks.map((r) => ({
			risk: r.risk,
			probability: gradeWords[r.probability],
			impact: impactWords[r.impact],
			response: r.response || undefined,
			owner: r.owner || undefined
		})),
		alerts: itemsOf(f.body.alerts),
		days: f.body.days.map((d) => ({
			profile: d.profile,
			sold: d.sold ?? undefined,
			week: d.week,
			consumed: d.consumed ?? undefined,
			remaining: remaining(d) ?? undefined
		})),
		total: f.body.days.length
			? {
					sold: total((d) => d.sold),
					week: total((d) => d.week),
					consumed: total((d) => d.consumed),
					remaining: total(remaining)
				}
			: undefined,
		actions: f.actions.map((a) => ({
			number: a.number,
			action: a.action,
			owner: a.owner || undefined,
			due: day(a.due),
			standing: standing(a.due)
		}))
	};
}
