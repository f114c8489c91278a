import type { Paper } from './fill-shell.ts';

/** The evaluation grids of Redal (R-S10) as the provider of the demonstration proposed them. */
export const evaluationGrids: Paper = {
	summary: [
		'Deux grilles pour évaluer les chargés de clientèle : l’une pour les appels entrants, l’autre pour les réponses en ligne. Chaque item vaut conforme, à améliorer ou non conforme ; le taux de qualité est la part des items conformes.',
		'Un item dont le taux n’atteint pas 95 % sur le mois ouvre un plan d’action.',
		'Validation attendue de Redal avant la première évaluation.'
	],
	sections: [
		[
			'Accueil : formule validée, identification du client.',
			'Écoute : reformulation de la demande, absence de coupure de parole.',
			'Traitement : information exacte, saisie complète, orientation vers le bon service.',
			'Mise en attente : annoncée et justifiée.',
			'Conclusion : rappel de la suite donnée, formule de congé.',
			'Langue : arabe ou français, au choix du client.'
		],
		[
			'Délai : réponse dans les 15 minutes aux heures du service.',
			'Exactitude : réponse conforme à la base de connaissance.',
			'Ton : formule d’appel, orthographe, absence d’abréviation.',
			'Confidentialité : aucune donnée du client en public.',
			'Traçabilité : requête enregistrée, code « rappel » le cas échéant.'
		]
	]
};
