import type { Day } from '#core/calendar/days.ts';
import type { Stage } from './stage.ts';
import { playEureEtLoir } from './scenes/eure-et-loir/play.ts';
import { playIltizam } from './scenes/iltizam/play.ts';
import { playRedal } from './scenes/redal/play.ts';
import { playSenagrosol } from './scenes/senagrosol/play.ts';

/** A mission of the demonstration: one of the shipped contracts, what its document leaves open, and who is who in it. */
export interface DemoMission {
	slug: string;
	/** The days the contract leaves to be set; a demonstration has to choose some. */
	anchors: Record<string, Day>;
	/** The day its people join and its clock starts on. */
	from: Day;
	/** Invented names for the parties the document does not name. */
	parties: Record<string, { name: string; shortName: string }>;
	/** Each person's function there, by address. */
	functions: Record<string, string>;
	play(stage: Stage): Promise<void>;
}

export const demoMissions: DemoMission[] = [
	{
		slug: 'eure-et-loir',
		anchors: { notification: '2019-10-29' },
		from: '2019-10-29',
		parties: {
			contractor: { name: 'Perche Conseil (cabinet de démonstration)', shortName: 'Perche Conseil' }
		},
		functions: {
			'chef-de-projet@demo.test': 'Cheffe de projet relation citoyenne',
			'signataire@demo.test': 'Directeur général des services',
			'copil@demo.test': 'Vice-présidente déléguée, présidente du COPIL',
			'copil2@demo.test': 'Conseiller départemental',
			'copil3@demo.test': 'Directrice de la citoyenneté',
			'consultant-chef@demo.test': 'Directeur de mission',
			'consultant@demo.test': 'Consultante',
			'observateur@demo.test': 'Chambre des communes partenaires'
		},
		play: playEureEtLoir
	},
	{
		slug: 'iltizam',
		anchors: { signature: '2012-03-15' },
		from: '2012-03-15',
		parties: {
			contractor: { name: 'Anfa Conseil (cabinet de démonstration)', shortName: 'Anfa Conseil' }
		},
		functions: {
			'chef-de-projet@demo.test': 'Cheffe de projet, Direction Clientèle',
			'signataire@demo.test': 'Directeur général délégué',
			'copil@demo.test': 'Directrice Clientèle, préside le COPIL',
			'copil2@demo.test': 'Directeur Grands Clients',
			'copil3@demo.test': 'Directrice de Développement de la Performance',
			'consultant-chef@demo.test': 'Chef de projet du cabinet',
			'consultant@demo.test': 'Consultante senior',
			'observateur@demo.test': 'Direction des Ressources Humaines'
		},
		play: playIltizam
	},
	{
		slug: 'redal',
		anchors: { notification: '2022-11-15', start: '2022-11-30', end: '2025-11-30' },
		from: '2022-11-15',
		parties: {
			contractor: {
				name: 'Bouregreg Contact (prestataire de démonstration)',
				shortName: 'Bouregreg Contact'
			}
		},
		functions: {
			'chef-de-projet@demo.test': 'Cheffe de projet Redal',
			'signataire@demo.test': 'Directeur général délégué',
			'copil@demo.test': 'Directrice Marketing et Communication',
			'copil2@demo.test': 'Responsable du département Marketing',
			'copil3@demo.test': 'Responsable de la relation client',
			'consultant-chef@demo.test': 'Chef de projet du prestataire',
			'consultant@demo.test': 'Responsable qualité et formation',
			'observateur@demo.test': 'Audit interne'
		},
		play: playRedal
	},
	{
		slug: 'senagrosol',
		anchors: {},
		from: '1996-05-20',
		parties: {},
		functions: {
			'chef-de-projet@demo.test': 'Coordinatrice du plan de service clientèle',
			'signataire@demo.test': 'Responsable des contrats',
			'copil@demo.test': 'Groupe CSP, préside le CCPP',
			'copil2@demo.test': 'Groupe formation du CCPP',
			'copil3@demo.test': 'Groupe communication du CCPP',
			'consultant-chef@demo.test': 'Chef de mission',
			'consultant@demo.test': 'Consultante',
			'observateur@demo.test': 'Équipe SOT'
		},
		play: playSenagrosol
	}
];
