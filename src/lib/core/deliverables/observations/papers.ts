import { formatDayShort } from '../../calendar/format.ts';
import type { Day } from '../../calendar/days.ts';
import type { AnswersInput } from '../../documents/observations/answers.ts';
import type { LiftedInput } from '../../documents/observations/lifted.ts';
import type { DeliverableView } from '../view.ts';
import { isOpen, severities, type Answer, type ObservationState, type Severity } from './circuit.ts';
import { lastAnswer, lastCheck, type ObservationView } from './view.ts';

/** What both papers are made of. */
export interface PaperFacts {
	contract: { title: string; number: string | null };
	client: string;
	contractor: string;
	deliverable: DeliverableView;
	/** The words of a version's state, in the contract's own vocabulary. */
	stateOf: (number: string) => string;
	observations: ObservationView[];
	today: Day;
}

// The words of a French document: it speaks French whatever the reader's screen speaks.
const severityWords: Record<Severity, string> = { blocking: 'bloquante', major: 'majeure', minor: 'mineure' };
const stateWords: Record<ObservationState, string> = {
	open: 'Ouverte',
	answered: 'Répondue',
	maintained: 'Maintenue',
	lifted: 'Levée',
	withdrawn: 'Retirée'
};
const answerWords: Record<Answer, string> = {
	accepted: 'Acceptée.',
	partly: 'Acceptée en partie.',
	refused: 'Non retenue.'
};
const say = (day: Day) => formatDayShort(day, 'fr');
const kindWords = (o: ObservationView) =>
	`${o.kind === 'reserve' ? 'réserve' : 'observation'} ${severityWords[o.severity]}`;
const authorOf = (o: ObservationView) =>
	`${[o.body, o.by].filter(Boolean).join(', ')}, le ${say(o.day)}, version ${o.version}`;

/** Where an observation stands, as one sentence of a cell. */
export function standingOf(o: ObservationView): string {
	const check = lastCheck(o);
	if (check && check.kind !== 'withdrawn')
		return `${stateWords[o.state]} en version ${check.version ?? '—'} par ${check.by ?? '—'}, le ${say(check.day)}`;
	if (check) return `${stateWords[o.state]} par ${check.by ?? '—'}, le ${say(check.day)}`;
	if (o.state !== 'answered') return stateWords[o.state];
	if (o.answer === 'refused') return 'Répondue, sans changement du document';
	return o.answerVersion ? `Répondue, en version ${o.answerVersion}` : 'Répondue, version à venir';
}

const parties = ({ contract, client, contractor, deliverable: d }: PaperFacts) => ({
	contract,
	client: { role: 'Maître d’ouvrage', name: client },
	contractor: { role: 'Titulaire', name: contractor },
	deliverable: { code: d.code, title: d.title, phase: d.phaseTitle }
});

/** What the answer sheet says; everything that was ever asked, withdrawn included. */
export function answersDocument(facts: PaperFacts): AnswersInput {
	const { deliverable: d, observations } = facts;
	const latest = d.versions[0]!;
	const counted = observations.filter((o) => o.state !== 'withdrawn');
	return {
		...parties(facts),
		sheet: {
			reference: `${d.code}-FR`,
			version: latest.number,
			date: say(facts.today),
			state: facts.stateOf(latest.number)
		},
		editions: d.versions.toReversed().map((v) => ({
			number: v.number,
			day: say(v.submittedOn),
			writer: v.by,
			standing: facts.stateOf(v.number)
		})),
		totals: severities.map((severity) => {
			const of = counted.filter((o) => o.severity === severity);
			const left = of.filter((o) => isOpen(o.state)).length;
			const word = severityWords[severity];
			return {
				severity: word[0]!.toUpperCase() + word.slice(1),
				all: of.length,
				lifted: of.length - left,
				left
			};
		}),
		observations: observations.map((o) => ({
			number: o.number,
			severity: kindWords(o),
			place: [o.place, o.file].filter(Boolean).join(', '),
			remark: o.wording,
			by: authorOf(o),
			outcome: o.answer ? answerWords[o.answer] : 'Sans réponse à ce jour.',
			answer: lastAnswer(o)?.words,
			standing: standingOf(o)
		}))
	};
}

/** The reserves that were lifted: what a record of them is about. */
export const liftedReserves = (list: ObservationView[]): ObservationView[] =>
	list.filter((o) => o.kind === 'reserve' && o.state === 'lifted');

/** What the record of lifted reserves says. */
export function liftedDocument(facts: PaperFacts): LiftedInput {
	const { deliverable: d, observations } = facts;
	const lifted = liftedReserves(observations);
	const left = observations.filter((o) => o.kind === 'reserve' && isOpen(o.state));
	const stops = left.filter((o) => o.severity === 'blocking').length;
	const checkers = [...new Set(lifted.map((o) => lastCheck(o)?.by).filter((by) => by != null))];
	const count = lifted.length === 1 ? 'une réserve est levée' : `${lifted.length} réserves sont levées`;
	return {
		...parties(facts),
		record: {
			reference: `${d.code}-PVLR`,
			version: d.versions[0]!.number,
			date: say(facts.today),
			finding:
				`Après vérification des réponses du titulaire et des versions remises, ${count} sur le livrable ${d.code}. ` +
				(stops > 0
					? `${stops === 1 ? 'Une réserve bloquante reste' : `${stops} réserves bloquantes restent`} à lever\u00a0: le livrable ne peut pas être admis.`
					: left.length > 0
						? 'Des réserves non bloquantes restent à lever.'
						: 'Aucune réserve ne reste à lever.') +
				' Ce procès-verbal ne vaut pas décision d’admission\u00a0: le client la prend et la notifie.'
		},
		lifted: lifted.map((o) => {
			const check = lastCheck(o)!;
			return {
				number: o.number,
				severity: severityWords[o.severity],
				remark: o.wording,
				made: authorOf(o),
				checked: `En version ${check.version ?? '—'}, le ${say(check.day)}, par ${check.by ?? '—'}`,
				words: check.words
			};
		}),
		standing: left.map((o) => ({
			number: o.number,
			severity: severityWords[o.severity],
			remark: o.wording,
			made: authorOf(o),
			state: standingOf(o)
		})),
		signatories: [
			...checkers.map((name) => ({ name, capacity: 'Pour le maître d’ouvrage' })),
			...d.notified.map(({ name }) => ({ name, capacity: 'Pour le titulaire' }))
		]
	};
}
