/** The deliverable E-L13 as the contractor of the demonstration wrote it: profiles of users, and no real person. */
export const usersList = {
	summary: [
		'Cette liste propose vingt-quatre profils d’usagers à associer aux ateliers de la phase 2. Elle complète le panel que réunit le Département et ne contient aucun nom : les personnes seront sollicitées par les services, qui tiennent leurs coordonnées.',
		'Trois équilibres ont guidé le choix : le territoire (un tiers d’usagers vivant à plus de trente minutes d’un accueil), le canal (téléphone, courriel, accueil, courrier, démarches en ligne), la situation (jeunes, familles, aînés, aidants, personnes éloignées du numérique).',
		'Décision attendue du comité de pilotage : valider la liste des profils et la règle de remplacement, pour que les invitations partent avant le 15 janvier 2020.'
	],
	sections: [
		[
			'Usagers moteurs, à inviter aux deux étapes d’ateliers.',
			'1. Parent employé à horaires décalés, Pays de Dreux : inscrit ses enfants au transport scolaire, n’appelle qu’après 18 h.',
			'2. Aidante d’un parent dépendant, Perche : suit un dossier d’allocation personnalisée d’autonomie, passe du courrier au téléphone à chaque relance.',
			'3. Étudiant boursier, Chartres : fait tout depuis son téléphone, abandonne quand une pièce doit être imprimée.',
			'4. Retraité, commune rurale du Dunois : se rend à la maison de services au public, ne se connecte pas seul.',
			'5. Secrétaire de mairie d’une commune de 400 habitants : oriente chaque semaine une dizaine d’habitants vers le bon service.',
			'6. Assistante maternelle, Pays de Nogent : dépend d’un agrément, connaît bien l’accueil de la protection maternelle et infantile.',
			'7. Personne en situation de handicap, Châteaudun : dépose un dossier auprès de la maison départementale de l’autonomie, demande où il en est.',
			'8. Jeune actif arrivé en 2018, Beauce : cherche qui fait quoi entre la commune, l’intercommunalité et le Département.'
		],
		[
			'Profils qui complètent le panel réuni par le Département, un atelier chacun.',
			'Éloignement du numérique : quatre usagers rencontrés en espace de services, dont deux sans équipement à domicile.',
			'Territoire : six usagers de communes de moins de 500 habitants, répartis entre Perche, Dunois, Beauce et Drouais.',
			'Canal : quatre usagers qui n’écrivent que par courrier, deux qui ne téléphonent jamais.',
			'Règle de remplacement : un profil qui se désiste est remplacé par un profil du même territoire et du même canal, dans les cinq jours.',
			'Données personnelles : la correspondance entre profils et personnes reste dans les services du Département. Le titulaire n’en reçoit qu’un prénom d’usage au début de chaque atelier.'
		]
	]
};

const profile = (place: string, way: string, who: string) => ({ place, way, who });
const drivers = [
	profile('Pays de Dreux', 'téléphone', 'Parent employé à horaires décalés'),
	profile('Perche', 'courrier et téléphone', 'Aidante d’un parent dépendant'),
	profile('Chartres', 'en ligne', 'Étudiant boursier'),
	profile('Dunois', 'accueil', 'Retraité en commune rurale'),
	profile('Beauce', 'téléphone', 'Secrétaire de mairie, commune de 400 habitants'),
	profile('Pays de Nogent', 'accueil', 'Assistante maternelle'),
	profile('Châteaudun', 'courriel', 'Personne en situation de handicap'),
	profile('Beauce', 'en ligne', 'Jeune actif arrivé en 2018')
];
const panel = [
	...['Perche', 'Dunois', 'Beauce', 'Drouais'].map((place) =>
		profile(place, 'espace de services', 'Usager éloigné du numérique')
	),
	...['Perche', 'Perche', 'Dunois', 'Dunois', 'Beauce', 'Drouais'].map((place) =>
		profile(place, 'accueil', 'Habitant d’une commune de moins de 500 habitants')
	),
	...['Perche', 'Dunois', 'Beauce', 'Drouais'].map((place) =>
		profile(place, 'courrier seul', 'Usager qui n’écrit que par courrier')
	),
	...['Chartres', 'Drouais'].map((place) =>
		profile(place, 'jamais par téléphone', 'Usager qui ne téléphone jamais')
	)
];

/** The list itself, which the contract asks for as data: a heading, then one profile per row. */
export const usersRows: (string | number)[][] = [
	['rang', 'territoire', 'canal', 'profil', 'place'],
	...drivers.map(({ place, way, who }, at) => [at + 1, place, way, who, 'usager moteur, deux ateliers']),
	...panel.map(({ place, way, who }, at) => [drivers.length + at + 1, place, way, who, 'panel, un atelier'])
];

/** The work under way on E-L11, put aside and not handed in. */
export const contactPoints = [
	'rang;territoire;nature;canal;affluence observée;état',
	'1;Chartres;hôtel du Département;accueil physique;forte;observé',
	'2;Dreux;maison départementale;accueil physique;forte;observé',
	'3;Châteaudun;maison départementale;accueil physique;moyenne;à observer',
	'4;Nogent-le-Rotrou;maison départementale;accueil physique;moyenne;à observer',
	'5;Département;standard;téléphone;forte;observé',
	'6;Département;formulaire du site;en ligne;moyenne;observé'
].join('\r\n');
