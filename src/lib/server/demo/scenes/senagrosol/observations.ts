import { handInPaper } from '../../acts/deliverables.ts';
import { ask, lift, reply } from '../../acts/observations.ts';
import { methodReport } from '../../papers/senagrosol.ts';
import { committee, consultant, lead, manager, type Stage, type Step } from '../../stage.ts';

const code = 'U-D2';

/** What the members of the CCPP wrote on the method, before the meeting that was to validate it. */
async function comments(stage: Stage): Promise<void> {
	await ask(stage, code, committee[1], {
		...{ kind: 'observation', severity: 'major', place: 'Guide d’entretien, partie 2' },
		wording: 'Le guide destiné aux agents d’accueil ne dit pas comment les réponses resteront anonymes.'
	});
	await ask(stage, code, manager, {
		...{ kind: 'observation', severity: 'minor', place: 'Ateliers régionaux' },
		wording: 'Ajouter Saint-Louis aux villes des ateliers du 8 au 19 juillet.'
	});
}

/** The contractor answers each of them and hands in 1.1; the blocking reserve is for the chair to lift. */
async function secondRound(stage: Stage): Promise<void> {
	await reply(
		...([stage, code, lead, 1, 'accepted'] as const),
		'Un encadré ouvre désormais chaque guide : aucun nom n’est noté, les fiches sont numérotées.'
	);
	await reply(
		...([stage, code, consultant, 2, 'refused'] as const),
		'Saint-Louis est couverte par l’atelier de Louga, à la même date ; un atelier de plus dépasserait les jours prévus.'
	);
	await reply(
		...([stage, code, lead, 3, 'accepted'] as const),
		'Une séance réservée aux femmes clientes est ajoutée au guide d’entretien, conduite par une enquêtrice.'
	);
	await handInPaper(
		stage,
		code,
		{
			...methodReport,
			summary: [
				...methodReport.summary,
				'Depuis la version 1.0 : un encadré sur l’anonymat ouvre chaque guide, et une séance est réservée aux femmes clientes des programmes.'
			]
		},
		'Version corrigée après les observations des membres et la réserve du CCPP élargi.'
	);
	await lift(stage, code, committee[1], 1, 'Encadré lu en tête des trois guides.');
}

export const observationSteps: Step[] = [
	{ on: '1996-06-25', play: comments },
	{ on: '1996-07-01', play: secondRound }
];
