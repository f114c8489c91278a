import type { Day, Week } from '#core/calendar/days.ts';
import { reportBodySchema, type ReportBody } from '#core/reports/body.ts';
import { answerReport } from '#server/reports/answer-report.ts';
import { fileReport } from '#server/reports/file-report.ts';
import { readReport } from '#server/reports/read-report.ts';
import { manager, type Stage, type Step } from '../../stage.ts';

const days = (week: [number, number, number], so_far: [number, number, number]): ReportBody['days'] =>
	(['Directeur de mission', 'Consultante senior', 'Designer de service'] as const).map((profile, i) => ({
		profile,
		sold: [40, 160, 60][i]!,
		week: week[i]!,
		consumed: so_far[i]!
	}));

const risk = {
	risk: 'Peu de communes disponibles pour les entretiens avant les fêtes',
	probability: 'medium' as const,
	impact: 'high' as const,
	response: 'Prendre les rendez-vous dès maintenant, doubler par téléphone',
	owner: 'Inès Lambert'
};

const told: { period: Week; filedOn: Day; receivedOn: Day | null; body: Partial<ReportBody> }[] = [
	{
		period: '2019-W44',
		filedOn: '2019-10-31',
		receivedOn: '2019-11-04',
		body: {
			highlights: 'Marché notifié le 29 octobre. Réunion de lancement calée au 5 novembre.',
			done: 'Lecture du dossier et des documents stratégiques\nPréparation de la réunion de lancement',
			next: 'Réunion de lancement\nListe des sites à observer',
			days: days([1, 2, 0], [1, 2, 0])
		}
	},
	{
		period: '2019-W45',
		filedOn: '2019-11-08',
		receivedOn: '2019-11-12',
		body: {
			highlights: 'Réunion de lancement tenue : composition du comité et liste des sites arrêtées.',
			done: 'Réunion de lancement\nPremier recueil des chiffres clés auprès des directions',
			next: 'Grilles d’observation\nPremiers entretiens avec les directions',
			risks: [risk],
			days: days([1.5, 4, 0], [2.5, 6, 0])
		}
	},
	{
		period: '2019-W46',
		filedOn: '2019-11-15',
		receivedOn: '2019-11-18',
		body: {
			weather: 'cloud',
			weatherNote: 'Des données de flux manquent encore pour deux services.',
			axes: { delays: 'sun', scope: 'sun', resources: 'cloud', risks: 'cloud' },
			done: 'Grilles d’observation et plan de visites\nQuatre entretiens avec les directions',
			missed: [{ what: 'Analyse des flux téléphoniques', why: 'statistiques du standard attendues' }],
			next: 'Comité technique du 19 novembre\nSynthèse des démarches menées depuis 2017',
			alerts: 'Transmettre les statistiques du standard avant le 22 novembre',
			risks: [risk],
			days: days([1, 4.5, 2], [3.5, 10.5, 2])
		}
	},
	{
		period: '2019-W47',
		filedOn: '2019-11-22',
		receivedOn: null,
		body: {
			weather: 'cloud',
			weatherNote: 'Les visites commencent ; les communes répondent lentement.',
			axes: { delays: 'cloud', scope: 'sun', resources: 'sun', risks: 'cloud' },
			highlights: 'Comité technique tenu le 19 novembre. Onze sites observés.',
			done: 'Comité technique\nOnze sites observés sur cinquante\nSynthèse des démarches menées depuis 2017',
			missed: [{ what: 'Entretiens avec les communes', why: 'deux reports à la demande des mairies' }],
			next: 'Liste des usagers moteurs (E-L13)\nSuite des observations',
			risks: [risk],
			days: days([1, 5, 3], [4.5, 15.5, 5])
		}
	}
];

async function file(stage: Stage, period: Week, body: Partial<ReportBody>): Promise<void> {
	await fileReport(
		await stage.as('consultant@demo.test'),
		await stage.mission('consultant@demo.test'),
		period,
		0,
		reportBodySchema.parse(body)
	);
}

async function receive(stage: Stage, period: Week): Promise<void> {
	const ctx = await stage.as(manager);
	const report = await readReport(ctx, await stage.mission(), period);
	if (report.id && report.sha256) await answerReport(ctx, report.id, true, '', report.sha256);
}

/** Weeks 44 to 46 filed and received, week 47 filed and awaiting an answer, week 48 not filed. */
export const reportSteps: Step[] = told.flatMap((t) => [
	{ on: t.filedOn, play: (stage: Stage) => file(stage, t.period, t.body) },
	...(t.receivedOn ? [{ on: t.receivedOn, play: (stage: Stage) => receive(stage, t.period) }] : [])
]);
