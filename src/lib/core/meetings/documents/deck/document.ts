import { formatDay, formatDayFull } from '../../../calendar/format.ts';
import type { DeckInput } from '../../../documents/deck/model.ts';
import { trendOf } from '../../../documents/weather.ts';
import type { Axis } from '../../../reports/body.ts';
import { meetingNumber } from '../../numbers.ts';
import { diffDays } from '../../../calendar/days.ts';
import { count, hours, partiesOf, purposeWords, subjectOf } from '../words.ts';
import type { DeckFacts } from './facts.ts';
import { plannedToday, scheduleLines } from './schedule.ts';
import {
	actionLines,
	dateLines,
	decisionLines,
	deliverableLines,
	indicatorLines,
	obligationLines,
	riskLines
} from './tables.ts';

const axisWords: Record<Axis, string> = {
	delays: 'Délais',
	scope: 'Périmètre et qualité',
	resources: 'Ressources',
	risks: 'Risques'
};

function weatherOf({ weather: w }: DeckFacts): Pick<DeckInput, 'weather' | 'weatherFrom' | 'axes'> {
	if (!w)
		return {
			weather: {},
			weatherFrom: 'Aucun rapport déposé ne donne la météo de la mission.',
			axes: []
		};
	const { body, before } = w;
	const week = `${Number(w.period.slice(6))} de ${w.period.slice(0, 4)}`;
	return {
		weather: {
			level: body.weather,
			trend: trendOf(body.weather, before?.weather),
			comment: body.weatherNote || undefined
		},
		weatherFrom: `Rapport de la semaine ${week}${w.filedOn ? `, déposé le ${formatDay(w.filedOn, 'fr')}` : ''}`,
		axes: (Object.keys(axisWords) as Axis[]).map((axis) => ({
			axis: axisWords[axis],
			level: body.axes[axis],
			trend: trendOf(body.axes[axis], before?.axes[axis])
		}))
	};
}

/** How far the plan of today has gone from the last one frozen: the end of the phase, and how many lines end later. */
function driftOf({ phase, items, baseline }: DeckFacts): NonNullable<DeckInput['progress']> {
	if (!baseline) return [];
	const line = items.find((item) => item.kind === 'phase' && item.code === phase?.code);
	const then = line && baseline[line.id];
	const later = items.filter((item) => {
		const was = baseline[item.id];
		return item.kind !== 'phase' && was && was.endsOn < (item.doneOn ?? item.endsOn);
	}).length;
	const days = then ? diffDays(then.endsOn, line.endsOn) : 0;
	return [
		...(then
			? [
					{
						label: 'Fin au plan de référence',
						value: `${formatDay(then.endsOn, 'fr')}${days === 0 ? ' (tenue)' : ` (${days > 0 ? '+' : '−'}${count(Math.abs(days), 'jour')})`}`
					}
				]
			: []),
		{ label: 'Lignes plus tard qu’au plan de référence', value: `${later}` }
	];
}

function progressOf(facts: DeckFacts): DeckInput['progress'] {
	const { phase, day, of, items, deliverables, today } = facts;
	const planned = phase && plannedToday(facts, phase.code);
	const late = items.filter(
		(item) => item.kind === 'task' && item.progress < 100 && item.endsOn < today
	).length;
	const handed = deliverables.filter((d) => d.version !== null).length;
	return [
		{ label: 'Phase en cours', value: phase?.title ?? 'Aucune à ce jour' },
		...(phase && planned !== null
			? [
					{ label: 'Avancement prévu à ce jour', value: `${planned}\u00a0%` },
					{ label: 'Avancement réalisé', value: `${phase.progress}\u00a0%` }
				]
			: []),
		...(phase?.endsOn ? [{ label: 'Fin de la phase', value: formatDay(phase.endsOn, 'fr') }] : []),
		...driftOf(facts),
		...(day !== null && day > 0
			? [{ label: 'Jour de la mission', value: of ? `${day} sur ${of}` : `${day}` }]
			: []),
		{ label: 'Livrables remis', value: `${handed} sur ${deliverables.length}` },
		{ label: 'Tâches en retard', value: `${late}` }
	];
}

/** What the template of the slides says, made of one meeting and of the mission as it stands today. */
export function deckDocument(facts: DeckFacts): DeckInput {
	const { meeting: m, today } = facts;
	const { lines: deliverables, others } = deliverableLines(facts);
	return {
		...partiesOf(facts),
		meeting: {
			body: m.body.title,
			number: meetingNumber(m.body, m.code),
			subject: subjectOf(m),
			date: formatDayFull(m.heldOn, 'fr'),
			time: hours(m) ?? 'heure à préciser',
			place: m.place || 'lieu à préciser'
		},
		asOf: `Situation au ${formatDayFull(today, 'fr')}`,
		agenda: {
			lines: m.agenda.map((item, i) => ({
				rank: `${i + 1}`,
				topic: item.title,
				purpose: purposeWords[item.purpose]
			}))
		},
		...weatherOf(facts),
		progress: progressOf(facts),
		schedule: { lines: scheduleLines(facts) },
		deliverables: { lines: deliverables },
		otherDeliverables: others,
		obligations: { lines: obligationLines(facts) },
		indicators: { lines: indicatorLines(facts) },
		risks: { lines: riskLines(facts) },
		decisions: { lines: decisionLines(facts) },
		actions: { lines: actionLines(facts) },
		dates: { lines: dateLines(facts) }
	};
}
