import type { AttendanceInput } from '#core/documents/attendance.ts';
import type { ConvocationInput } from '#core/documents/convocation.ts';
import type { DecisionsInput } from '#core/documents/decisions.ts';
import type { DeckInput } from '#core/documents/deck/model.ts';
import { minimalMinutes, minimalParties, parties, richMinutes } from './samples.ts';

const meeting = {
	body: 'Comité de pilotage',
	number: 'COPIL n° 2',
	subject: 'Validation des livrables de la phase 1',
	date: 'mardi 28 janvier 2020',
	time: 'de 14 h 00 à 16 h 00',
	place: 'Hôtel du Département, Chartres'
};
const minimalMeeting = { body: 'Comité technique', number: 'COTECH n° 1', date: '2 déc. 2019' };

export const richConvocation: ConvocationInput = {
	...parties,
	meeting: { ...meeting, chair: 'Présidence du COPIL', reference: 'E-COPIL-02-CV', state: 'Convocation' },
	invitation: 'Vous êtes convié(e) à la réunion « Validation des livrables ».',
	agenda: richMinutes.agenda,
	planned: 'Durée prévue : 1 h 50.',
	asked: 'Une décision est demandée sur les points 1 et 2.',
	people: richMinutes.present,
	papers: [
		{
			title: 'Support de présentation',
			due: 'Au plus tard le jeu. 23 janv. 2020',
			clause: 'CCTP, article 6'
		},
		{ title: 'Livrables soumis' }
	],
	reply: 'Merci de faire connaître votre présence.\nLe lieu sera précisé.'
};
export const minimalConvocation: ConvocationInput = {
	...minimalParties,
	meeting: { ...minimalMeeting, reference: 'X-CV', state: 'Projet' },
	invitation: 'Vous êtes convié(e).'
};

export const richAttendance: AttendanceInput = {
	...parties,
	meeting: { ...meeting, reference: 'E-COPIL-02-FE' },
	people: [
		{
			rank: '1',
			name: 'Élise Garnier',
			organisation: 'Département d’Eure-et-Loir',
			function: 'Présidente du comité',
			proxy: 'Marc Leroy'
		},
		{ rank: '2', name: 'محمد الأمين بن علي', organisation: 'Cabinet Relation & Services' }
	],
	count: '2 personnes convoquées.'
};
export const minimalAttendance: AttendanceInput = {
	...minimalParties,
	meeting: { ...minimalMeeting, reference: 'X-FE' },
	count: '0 personne convoquée.'
};

const { time: _time, ...held } = richMinutes.meeting;
export const richDecisions: DecisionsInput = {
	...parties,
	meeting: held,
	decisions: richMinutes.decisions,
	reserves: [
		{ number: 'R1', wording: 'Distinguer les maisons de services au public.', deliverable: 'E-L11' }
	],
	actions: richMinutes.actions,
	nextMeeting: richMinutes.nextMeeting,
	approval: richMinutes.approval
};
export const minimalDecisions: DecisionsInput = {
	...minimalParties,
	meeting: minimalMinutes.meeting,
	nextMeeting: 'À fixer.',
	approval: 'À approuver.'
};

export const richDeck: DeckInput = {
	...parties,
	meeting,
	asOf: 'Situation au lundi 20 janvier 2020',
	agenda: {
		lines: richMinutes.agenda!.map(({ rank, topic, purpose }) => ({ rank, topic, purpose }))
	},
	risks: {
		lines: [
			{
				risk: 'Indisponibilité des maires en période électorale',
				probability: 'Forte',
				impact: 'Moyen',
				response: 'Prendre les rendez-vous avant janvier',
				owner: 'Titulaire'
			}
		]
	},
	weather: { level: 'cloud', trend: 'down', comment: 'Deux sites restent à observer.' },
	weatherFrom: 'Rapport de la semaine 3 de 2020',
	axes: [
		{ axis: 'Délais', level: 'storm', trend: 'down' },
		{ axis: 'Risques', level: 'sun' }
	],
	progress: [{ label: 'Avancement de la phase', value: '64 %' }],
	schedule: {
		lines: [
			{ line: 'Phase 1, analyse', planned: '4 nov. – 31 janv.', reached: '64 %', standing: 'En cours' }
		]
	},
	deliverables: {
		lines: [{ code: 'E-L11', title: 'Cartographie', due: '20 janv. 2020', standing: 'V1.0 : remis' }]
	},
	otherDeliverables: ['12 livrables à venir'],
	obligations: {
		lines: [
			{
				duty: 'Compte rendu hebdomadaire',
				owner: 'Titulaire',
				due: '6 janv.',
				standing: 'En retard de 2 jours'
			}
		]
	},
	indicators: {
		lines: [
			{ indicator: 'Appels pris', target: 'au moins 95 % par jour', value: '96 %', verdict: 'Tenu' }
		]
	},
	decisions: { lines: [{ number: '2', wording: 'Valider la cartographie', kind: 'Décision' }] },
	actions: {
		lines: [
			{
				code: 'ACT-E-021',
				action: 'Compléter la carte 3',
				owner: 'Cabinet',
				due: '7 févr.',
				standing: 'Ouverte'
			}
		]
	},
	dates: { lines: [{ day: '9 juin 2020', event: 'COPIL n° 3', nature: 'Réunion' }] }
};
export const minimalDeck: DeckInput = {
	...minimalParties,
	meeting: minimalMeeting,
	asOf: 'Situation au lundi 2 décembre 2019',
	weather: {},
	weatherFrom: 'Aucun rapport déposé.'
};
