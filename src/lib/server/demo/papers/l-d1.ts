import type { Paper } from './fill-shell.ts';

/** The method note of Iltizam (L-D1) as the contractor of the demonstration wrote it, one part per point asked for. */
export const methodNote: Paper = {
	summary: [
		'Cette note dit comment le cabinet accompagne la refonte des engagements de service de LYDEC : qui participe, dans quel ordre, avec quels outils, et ce qui est remis à chaque étape.',
		'Elle part de ce que LYDEC apporte : le bilan du diagnostic partiel, la cartographie des attentes des clients et la première liste provisoire des engagements.',
		'Décision attendue du comité de pilotage : valider la démarche et l’ordre des cinq activités, pour ouvrir la formation des pilotes d’ateliers.'
	],
	sections: [
		[
			'La démarche est participative : les engagements sont écrits par ceux qui les tiendront. Le cabinet anime, met en forme et alerte ; il ne décide pas à la place des directions.',
			'Chaque activité suit le même chemin : lecture de l’existant, quatre ateliers, synthèse, comité de pilotage, forum de restitution.'
		],
		[
			'Réviser les engagements existants et en proposer de nouveaux, à partir des attentes des clients.',
			'Dire pour chacun s’il est tenable à court, moyen ou long terme, et avec quel outil de mesure.',
			'Garder les équipes engagées jusqu’à la liste finale.'
		],
		[
			'Contact Client, Processus clientèle, Engagements Grands Clients, Fournitures des fluides, Engagements citoyens : les cinq activités du cahier des charges, dans cet ordre.',
			'Un consultant senior suit chaque activité du premier atelier au forum.'
		],
		[
			'Tour des irritants : chaque participant apporte une situation vécue par un client.',
			'Carte du parcours : les étapes où un engagement se tient ou se perd.',
			'Matrice de faisabilité : effort de chaque direction et délai.',
			'Fiche d’engagement : énoncé, indicateur, porteur, risque.'
		],
		[
			'Vingt ateliers d’une demi-journée, quatre par activité, de dix à douze participants.',
			'Les dates sont arrêtées avec l’équipe projet, activité par activité ; un comité de pilotage précède chaque forum.',
			'Une séance de formation réunit les pilotes avant le premier atelier.'
		],
		[
			'Une note de synthèse par atelier, un rapport par forum.',
			'Le rapport final avec les pistes de déploiement, la liste finalisée des engagements à destination des clients, le rapport de fin de mission.'
		]
	]
};
