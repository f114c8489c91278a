import type { Attendee } from '#core/meetings/view.ts';
import { item, type SaidAction, type SaidResolution } from '../../acts/meetings.ts';

const guest = (name: string, functionTitle: string): Attendee => ({
	personId: null,
	name,
	organisation: 'Département',
	functionTitle,
	status: 'expected',
	representedBy: ''
});

const chartres = 'Hôtel du Département, Chartres';
const camille = 'Camille Renaud';
const dominique = 'Dominique Vasseur';
const julien = 'Julien Carpentier';
const ines = 'Inès Lambert';

export const kickOff = {
	body: 'E-COPIL',
	title: 'COPIL n° 1 : réunion de lancement',
	heldOn: '2019-11-05',
	startsAt: '10:00',
	place: chartres,
	agenda: [
		item('Présentation de l’équipe, de la méthode et du calendrier', 'information'),
		item('Composition du comité de pilotage', 'decision'),
		item('Sites à observer', 'decision'),
		item('Suivi hebdomadaire de la mission', 'decision')
	],
	people: [camille, dominique, julien, ines]
};
export const kickOffSession = {
	agenda: [
		item(
			'Présentation de l’équipe, de la méthode et du calendrier',
			'information',
			'Le titulaire présente son équipe et les trois phases de la mission. Il rappelle que les livrables de la phase 1 sont attendus avant le 29 janvier 2020.\nMme Marchais demande que les communes les plus éloignées de Chartres soient visitées, et pas seulement consultées à distance.',
			'La méthode est partagée ; les visites couvriront les six cantons ruraux cités en séance.'
		),
		item(
			'Composition du comité de pilotage',
			'decision',
			'La présidence revient à la vice-présidente déléguée. Le directeur général des services représente les directions ; Mme Ferrand porte la voix de la direction de la citoyenneté.',
			'Composition confirmée pour la phase 1 ; celle des phases 2 et 3 suivra les préconisations.'
		),
		item(
			'Sites à observer',
			'decision',
			'La liste indicative compte 79 sites. Le titulaire propose d’en retenir 54, répartis entre collectivités, services de l’État et organismes sociaux, et de garder les autres en réserve.',
			'Liste de 54 sites arrêtée, au-delà du minimum de 50 fixé au contrat.'
		),
		item(
			'Suivi hebdomadaire de la mission',
			'decision',
			'Le contrat demande un compte rendu hebdomadaire sans en fixer le jour. Le vendredi convient aux deux parties.',
			'Compte rendu remis chaque vendredi.'
		)
	],
	came: { 'Bruno Delaunay': ['represented', 'Hélène Marchais'] as ['represented', string] },
	notes: {
		writtenBy: ines,
		endsAt: '12:00',
		discussion:
			'M. Vasseur signale l’ouverture d’une maison de services au public à Brou en janvier 2020 ; elle pourra être ajoutée aux observations.'
	}
};
export const kickOffResolutions: SaidResolution[] = [
	{
		wording:
			'La composition du comité de pilotage est confirmée pour la phase 1, sous la présidence de Mme Marchais.',
		kind: 'validation',
		effectOn: '2019-11-05'
	},
	{
		wording:
			'La liste des sites à observer est arrêtée à 54 sites, les 25 autres de la liste indicative restant en réserve.',
		kind: 'arbitration',
		effectOn: '2019-11-05'
	},
	{
		wording: 'Le compte rendu hebdomadaire du titulaire est remis chaque vendredi.',
		kind: 'orientation',
		effectOn: '2019-11-08'
	}
];
export const kickOffActions: SaidAction[] = [
	{
		wording: 'Transmettre au titulaire les chiffres clés de l’accueil et l’organigramme des services.',
		owner: camille,
		dueOn: '2019-11-15'
	},
	{
		wording: 'Remettre le plan de visites des 54 sites, par canton et par semaine.',
		owner: julien,
		dueOn: '2019-12-06'
	},
	{
		wording:
			'Obtenir l’accord des partenaires (CPAM, CAF, Pôle emploi) pour l’observation de leurs accueils.',
		owner: camille,
		dueOn: '2019-11-29'
	}
];

export const technical = {
	body: 'E-COTECH',
	title: 'COTECH n° 1 : grilles d’observation',
	heldOn: '2019-11-19',
	startsAt: '14:00',
	place: chartres,
	agenda: [
		item('Grille d’observation des sites', 'opinion'),
		item('Guide des entretiens avec les agents', 'opinion')
	],
	people: [dominique, julien, ines],
	guests: [
		guest('Karim Benali', 'Direction des systèmes d’information'),
		guest('Sophie Lemoine', 'Maison départementale de l’autonomie')
	]
};
export const technicalSession = {
	agenda: [
		item(
			'Grille d’observation des sites',
			'opinion',
			'La grille compte huit rubriques. Mme Lemoine demande une rubrique sur l’accessibilité des locaux ; M. Benali souhaite que les files d’attente soient mesurées à trois moments de la journée.',
			'Avis favorable, sous réserve des deux ajouts.'
		),
		item(
			'Guide des entretiens avec les agents',
			'opinion',
			'Entretiens de quarante-cinq minutes, sur la base du volontariat et sans relevé des noms.',
			'Avis favorable.'
		)
	],
	came: {
		'Dominique Vasseur': ['represented', camille] as ['represented', string],
		'Julien Carpentier': 'excused' as const
	},
	notes: { writtenBy: ines, endsAt: '16:00' }
};
export const technicalResolutions: SaidResolution[] = [
	{
		wording:
			'Avis favorable à la grille d’observation, complétée sur l’accessibilité des locaux et les files d’attente.',
		kind: 'orientation'
	}
];
export const technicalActions: SaidAction[] = [
	{
		wording: 'Compléter la grille d’observation et la diffuser aux membres du comité technique.',
		owner: ines,
		dueOn: '2019-12-04'
	},
	{
		wording: 'Fournir les relevés d’attente de la borne d’accueil de la MDA.',
		owner: 'Sophie Lemoine',
		dueOn: '2019-12-10'
	}
];

export const project = {
	body: 'E-PT',
	title: 'Point projet de novembre',
	heldOn: '2019-11-28',
	startsAt: '09:30',
	place: 'Hôtel du Département, salle Marceau, Chartres',
	agenda: [
		item('Avancement des observations', 'information'),
		item('Accord des partenaires', 'information'),
		item('Préparation du comité technique du 10 décembre', 'information')
	],
	people: [ines]
};
export const projectSession = {
	agenda: [
		item(
			'Avancement des observations',
			'information',
			'Les visites ont commencé le 25 novembre ; onze sites sont observés.',
			''
		),
		item(
			'Accord des partenaires',
			'information',
			'La CAF a donné son accord. La CPAM et Pôle emploi n’ont pas répondu.',
			''
		),
		item('Préparation du comité technique du 10 décembre', 'information')
	],
	came: {},
	notes: { writtenBy: ines, endsAt: '10:45' }
};
export const projectActions: SaidAction[] = [
	{
		wording: 'Relancer la CPAM et Pôle emploi au niveau de leur direction.',
		owner: camille,
		dueOn: '2019-12-05'
	}
];

export const nextTechnical = {
	body: 'E-COTECH',
	title: 'COTECH n° 2 : premiers constats',
	heldOn: '2019-12-10',
	startsAt: '14:00',
	place: chartres,
	agenda: [
		item('Premiers constats des observations', 'information'),
		item('Parcours types à décrire en priorité', 'opinion')
	],
	people: [dominique, julien, ines],
	guests: technical.guests
};
export const phaseOne = {
	body: 'E-COPIL',
	title: 'COPIL n° 2 : fin de la phase 1',
	heldOn: '2020-01-23',
	startsAt: '09:30',
	place: chartres,
	agenda: [
		item('Approbation du compte rendu de la réunion de lancement', 'decision'),
		item('Cartographie de la pratique de la relation citoyenne (E-L11)', 'decision'),
		item('Cahier de préconisations (E-L12)', 'decision'),
		item('Composition du comité de pilotage des phases 2 et 3', 'decision')
	],
	people: [camille, dominique, julien, ines]
};
export const nextProject = {
	body: 'E-PT',
	title: 'Point projet de décembre',
	heldOn: '2019-12-18',
	startsAt: '09:30',
	place: project.place,
	agenda: [
		item('Avancement des observations', 'information'),
		item('Plan des livrables de la phase 1', 'information')
	],
	people: [ines]
};
