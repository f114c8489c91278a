import { addDays } from '../../../calendar/days.ts';
import { formatDayShort } from '../../../calendar/format.ts';
import { deadlineOf } from '../../../deliverables/deadline.ts';
import type { RegisterRow } from '../../../deliverables/view.ts';
import type { DeckInput } from '../../../documents/deck/model.ts';
import { periodName, targetWords, withUnit } from '../../../indicators/words.ts';
import { isLate } from '../../../obligations/follow/line.ts';
import { count, purposeWords } from '../words.ts';
import type { DeckFacts } from './facts.ts';
import { daysWords, ownerWords, verdictWords, versionState } from './words.ts';

type Lines<
	Name extends 'deliverables' | 'obligations' | 'indicators' | 'risks' | 'decisions' | 'actions' | 'dates'
> = NonNullable<NonNullable<DeckInput[Name]>['lines']>;

/** A committee looks a quarter ahead. */
const AHEAD = 92;
const DATES = 10;
const short = (day: string | null) => (day ? formatDayShort(day.slice(0, 10), 'fr') : undefined);

/** What is handed in and not closed, or due within a quarter: the rest is counted in one sentence. */
export function deliverableLines(f: DeckFacts): { lines: Lines<'deliverables'>; others: string[] } {
	const closed = (d: RegisterRow) => d.state === 'admitted' || d.state === 'admitted_with_reduction';
	const near = (d: RegisterRow) => d.dueOn !== null && d.dueOn <= addDays(f.today, AHEAD);
	const shown = f.deliverables.filter((d) => !closed(d) && (d.state !== null || near(d)));
	const done = f.deliverables.filter(closed).length;
	const later = f.deliverables.length - shown.length - done;
	const stands = (d: RegisterRow) => {
		if (d.state) return `V${d.version}\u00a0: ${versionState(d.state, f.regime)}`;
		const late = deadlineOf(d, f.today);
		return d.dueOn ? (late.state === 'late' ? daysWords(d.dueOn, f.today) : 'À remettre') : 'À remettre';
	};
	return {
		lines: shown.map((d) => ({ code: d.code, title: d.title, due: short(d.dueOn), standing: stands(d) })),
		others: [
			[
				done > 0 ? `${count(done, 'livrable admis', 'livrables admis')}` : '',
				later > 0
					? `${count(later, 'livrable à venir', 'livrables à venir')} au-delà de trois mois ou sans date`
					: ''
			]
				.filter(Boolean)
				.join(', ')
		].filter(Boolean)
	};
}

/** Late ones first, then those to come; what repeats every day or week is one line, by its oldest day. */
export function obligationLines({ obligations, today }: DeckFacts): Lines<'obligations'> {
	// Deliverables and milestones are told on slides of their own.
	const own = obligations.filter(
		(one) => one.kind !== 'deliverable' && one.kind !== 'milestone' && one.due
	);
	const groups = Map.groupBy(own, (one) => `${isLate(one) ? 0 : 1} ${one.code}`);
	return [...groups]
		.toSorted(([a, [x]], [b, [y]]) => `${a[0]}${x!.due}`.localeCompare(`${b[0]}${y!.due}`))
		.map(([, lines]) => {
			const [first] = lines;
			return {
				duty: `${first!.title}${lines.length > 1 ? ` (${count(lines.length, 'échéance')})` : ''}`,
				owner: ownerWords[first!.owner],
				due: short(first!.due),
				standing: daysWords(first!.due!.slice(0, 10), today)
			};
		});
}

/** Each indicator by each threshold: its last value, and how many periods were missed before this meeting. */
export function indicatorLines({ indicators: { contract, judged } }: DeckFacts): Lines<'indicators'> {
	return judged.flatMap(({ code, threshold, last, counts }) => {
		const found = contract.find((one) => one.code === code);
		if (!found) return [];
		const bar = threshold === null ? null : (found.thresholds[threshold] ?? null);
		const value = last?.shown
			? `${withUnit(last.shown, bar?.unit ?? found.unit, 'fr')} (${periodName(last.at, 'fr')})`
			: undefined;
		return [
			{
				indicator: found.title,
				target: bar ? targetWords(bar, found.unit ?? null, 'fr') : 'Sans seuil au contrat',
				value,
				verdict: !last
					? 'Aucune valeur'
					: counts.breach > 0
						? `Manqué ${counts.breach}\u00a0fois`
						: verdictWords[last.verdict]
			}
		];
	});
}

const grades = { low: 'Faible', medium: 'Moyenne', high: 'Forte' } as const;
const impacts = { low: 'Faible', medium: 'Moyen', high: 'Fort' } as const;

/** The risks of the last report, the heaviest first; where it has none and its weather is not fine, why. */
export function riskLines({ weather }: DeckFacts): Lines<'risks'> {
	if (!weather) return [];
	const { risks, axes, weatherNote } = weather.body;
	const weight = { low: 1, medium: 2, high: 3 } as const;
	const lines = risks
		.filter(({ risk }) => risk.trim())
		.toSorted(
			(a, b) => weight[b.probability] * weight[b.impact] - weight[a.probability] * weight[a.impact]
		)
		.map((one) => ({
			risk: one.risk,
			probability: grades[one.probability],
			impact: impacts[one.impact],
			response: one.response || undefined,
			owner: one.owner || undefined
		}));
	if (lines.length > 0 || axes.risks === 'sun' || !weatherNote.trim()) return lines;
	return [{ risk: weatherNote }];
}

/** The points of the agenda on which the committee is asked for something. */
export const decisionLines = ({ meeting: { agenda }, asked }: DeckFacts): Lines<'decisions'> =>
	agenda.flatMap((item, i) =>
		item.purpose === 'information'
			? []
			: [
					{
						number: `${i + 1}`,
						wording: [item.title, ...(asked.get(item.title) ?? [])].join(' — '),
						kind: purposeWords[item.purpose]
					}
				]
	);

/** Open actions: asked for by earlier meetings of the body, then by this one. */
export function actionLines({ meeting, today }: DeckFacts): Lines<'actions'> {
	return [...meeting.carriedOver, ...meeting.actions.filter((a) => !a.doneOn)].map((a) => ({
		code: a.number,
		action: a.wording,
		owner: a.owner || undefined,
		due: short(a.dueOn),
		standing: a.dueOn && a.dueOn < today ? daysWords(a.dueOn, today) : 'Ouverte'
	}));
}

/** The next days that count: milestones, deliverables, and the meetings people were told of. */
export function dateLines({ items, deliverables, convened, meeting, today }: DeckFacts): Lines<'dates'> {
	const all = [
		...items
			.filter((item) => item.kind === 'milestone' && !item.doneOn)
			.map((item) => ({ on: item.endsOn, event: item.title, nature: 'Jalon' })),
		...convened
			.filter((one) => one.code !== meeting.code)
			.map((one) => ({ on: one.heldOn, event: one.title, nature: 'Réunion' })),
		...deliverables
			.filter((d) => d.state === null && d.dueOn)
			.map((d) => ({ on: d.dueOn!, event: `${d.code}\u00a0: ${d.title}`, nature: 'Livrable' }))
	];
	return all
		.filter(({ on }) => on >= today)
		.toSorted((a, b) => a.on.localeCompare(b.on))
		.slice(0, DATES)
		.map(({ on, event, nature }) => ({ day: formatDayShort(on, 'fr'), event, nature }));
}
