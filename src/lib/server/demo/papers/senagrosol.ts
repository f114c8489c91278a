import type { Paper } from './fill-shell.ts';

/** Senagrosol's work plan (U-D1) and its report on method (U-D2): the contract lists no points for either. */
export const workPlan: Paper = {
	summary: [
		'Le plan de travail présente dix-sept activités du 20 mai au 15 septembre 1996, de la rencontre avec la Directrice au rapport final du plan de service clientèle.',
		'Le cadre général est rappelé en tête : le plan de service clientèle est un document itératif, que les unités révisent selon ce que disent leurs clients et leurs partenaires.',
		'Les activités sont une première ébauche ; elles seront affinées avec la méthodologie, attendue le 20 juin.',
		'Le séminaire de présentation n’a pas encore de date.',
		'Décision attendue du CCPP, le 5 juin : valider le plan de travail.'
	],
	sections: []
};

export const methodReport: Paper = {
	summary: [
		'Le rapport décrit comment les clients, les partenaires et les parties prenantes des programmes seront rencontrés, à Dakar puis dans les autres régions.',
		'Trois outils : un guide d’entretien par type d’interlocuteur, une fiche de point de contact, des ateliers régionaux du 8 au 19 juillet.',
		'Les réponses sont lues selon le sexe, l’âge et les autres facteurs sociaux que le cadre général demande de considérer.',
		'Les normes de service (fiabilité, efficacité, rapidité, courtoisie, assurance, mesures matérielles, procédures) servent de grille de lecture.',
		'Les premières rencontres à Dakar commencent le 24 juin, avant la réunion de validation : elles servent aussi à éprouver les guides.'
	],
	sections: []
};
