import type { MinutesInput } from '#core/documents/minutes.ts';
import type { ShellInput } from '#core/documents/shell.ts';

/** A mission as it stood in January 2020: enough to fill every block of every template. */
export const parties = {
	contract: {
		title: 'Assistance à maîtrise d’ouvrage pour la stratégie de relation aux citoyens',
		number: '2019-AMO-047'
	},
	client: { role: 'Maître d’ouvrage', name: 'Département d’Eure-et-Loir' },
	contractor: { role: 'Titulaire', name: 'Cabinet Relation & Services' }
};

export const minimalParties = {
	contract: { title: 'Contrat' },
	client: { role: 'Maître d’ouvrage', name: 'Client' },
	contractor: { role: 'Titulaire', name: 'Prestataire' }
};

export const richShell: ShellInput = {
	...parties,
	deliverable: {
		code: 'E-L11',
		title: 'Cartographie des pratiques de relation aux usagers',
		phase: 'Phase 1, analyse de l’existant'
	},
	control: {
		reference: 'E-L11-CARTO',
		version: '1.0',
		state: 'Pour validation',
		date: '20 janvier 2020',
		author: 'Camille Aubert',
		checker: 'Hugo Delmas',
		approver: 'Inès Morvan'
	},
	confidentiality: 'Diffusion restreinte aux membres des comités',
	history: [
		{
			edition: '0.1',
			day: '6 janvier 2020',
			writer: 'Camille Aubert',
			changes: 'Plan et premières observations'
		},
		{
			edition: '0.2',
			day: '14 janvier 2020',
			writer: 'Camille Aubert',
			changes: 'Parcours types par canal',
			pages: '§ 4'
		},
		{
			edition: '1.0',
			day: '20 janvier 2020',
			writer: 'Hugo Delmas',
			changes: 'Première remise',
			pages: 'Toutes'
		}
	],
	forAction: [
		{
			name: 'Cheffe de projet',
			organisation: 'Département',
			email: 'chef-de-projet@demo.test',
			medium: 'Numérique'
		},
		{
			name: 'Présidence du COPIL',
			organisation: 'Département',
			email: 'copil@demo.test',
			medium: 'Numérique'
		}
	],
	forInformation: [
		{ name: 'Direction générale des services', organisation: 'Département', medium: 'Papier' }
	],
	summary:
		'La cartographie couvre 54 sites d’accueil et les six canaux de contact du Département.\n\n' +
		'Trois constats dominent : un accueil téléphonique dispersé, des délais de réponse non mesurés, et des parcours sociaux qui font répéter l’usager.',
	sections: [
		{
			heading: 'Pratiques d’accueil observées',
			clause: 'CCTP, article 5.1',
			expected: ['Carte des pratiques par site', 'Points de contact, de façon exhaustive']
		},
		{
			heading: 'Acteurs et systèmes d’information',
			clause: 'CCTP, article 5.1',
			expected: [
				'Rôle, missions, degré d’implication et poids de chaque acteur',
				'Systèmes d’information utilisés'
			]
		},
		{
			heading: 'Parcours types actuels par canal',
			clause: 'CCTP, article 5.1',
			expected: ['Téléphone', 'Courriel', 'Courrier', 'Guichet', 'En ligne', 'Réseaux sociaux']
		}
	],
	observations: [
		{
			number: 'O-01',
			place: '§ 2, p. 12',
			remark: 'La commune de Nogent-le-Rotrou n’apparaît pas.',
			by: 'Département',
			answer: 'Site ajouté à la carte 3.',
			outcome: 'Levée'
		}
	]
};

export const minimalShell: ShellInput = {
	...minimalParties,
	deliverable: { code: 'X-1', title: 'Livrable' },
	control: { reference: 'X-1', version: '0.1', state: 'Projet', date: '2 décembre 2019' },
	confidentiality: 'Non précisée'
};

const person = (name: string, organisation: string, role: string) => ({ name, organisation, function: role });

export const richMinutes: MinutesInput = {
	...parties,
	meeting: {
		body: 'Comité de pilotage',
		number: 'COPIL n° 2',
		subject: 'Validation des livrables de la phase 1',
		date: 'mardi 28 janvier 2020',
		time: '14 h 00 à 16 h 15',
		place: 'Hôtel du Département, Chartres',
		chair: 'Présidence du COPIL',
		secretary: 'Camille Aubert',
		reference: 'E-COPIL-02-CR',
		version: '1.0',
		state: 'diffusé pour observations'
	},
	present: [
		person('Élise Garnier', 'Département d’Eure-et-Loir', 'Vice-présidente, présidente du comité'),
		person('Marc Leroy', 'Département d’Eure-et-Loir', 'Directeur général des services'),
		person('Camille Aubert', 'Cabinet Relation & Services', 'Consultante')
	],
	represented: [
		{
			...person('Paul Bérard', 'Département d’Eure-et-Loir', 'Conseiller départemental'),
			proxy: 'Élise Garnier'
		}
	],
	excused: [person('Nadia Colin', 'Département d’Eure-et-Loir', 'Directrice des solidarités')],
	absent: [],
	quorum: '4 membres présents ou représentés sur 5, atteint',
	agenda: [
		{
			rank: '1',
			topic: 'Approbation du compte rendu du COPIL n° 1',
			purpose: 'Décision',
			slot: '14 h 00 – 14 h 10',
			presenter: 'Élise Garnier',
			refs: 'Documents : compte rendu E-COPIL-01.'
		},
		{
			rank: '2',
			topic: 'Cartographie des pratiques (E-L11)',
			purpose: 'Décision',
			slot: '14 h 10 – 15 h 00',
			presenter: 'محمد الأمين بن علي',
			refs: 'Documents : E-L11, V1.0 (Cartographie) ; Support de présentation.'
		},
		{ rank: '3', topic: 'Calendrier de la phase 2', purpose: 'Information' }
	],
	items: [
		{
			rank: '1',
			topic: 'Approbation du compte rendu du COPIL n° 1',
			conclusion: 'Le compte rendu est approuvé sans modification.'
		},
		{
			rank: '2',
			topic: 'Cartographie des pratiques (E-L11)',
			discussion:
				'Le titulaire présente la cartographie : 54 sites observés, six canaux, onze parcours.\n' +
				'La présidente demande que les maisons de services au public soient distinguées des mairies.\n' +
				'Le directeur général des services souligne l’intérêt des parcours sociaux.',
			conclusion: 'Le comité valide la version 1.0 avec une réserve.'
		}
	],
	putOff: [{ topic: 'Plan de communication', outcome: 'Reporté à la réunion E-COPIL-03' }],
	beyond: 'La maison de services au public de Brou ouvre en février.\nElle pourra être observée.',
	decisions: [
		{
			number: 'DEC-E-2020-003',
			wording:
				'Le comité valide la cartographie, sous réserve de distinguer les maisons de services au public.',
			deliverable: 'E-L11, V1.0',
			effect: 'À la notification de la décision'
		}
	],
	actions: [
		{
			number: 'ACT-E-021',
			action: 'Compléter la carte 3',
			owner: 'Cabinet Relation & Services',
			due: '7 févr. 2020',
			standing: 'Ouverte'
		}
	],
	reserves: [
		{
			number: 'RES-E-001',
			wording: 'Distinguer les maisons de services au public des mairies.',
			severity: 'Mineure',
			deliverable: 'E-L11',
			due: '7 févr. 2020',
			standing: 'Ouverte'
		}
	],
	documents: [
		{ code: 'E-L11', title: 'Cartographie des pratiques de relation aux usagers', edition: 'V1.0' },
		{ title: 'Support de présentation du COPIL n° 2', edition: 'V1.0' }
	],
	nextMeeting: 'COPIL n° 3 : mardi 9 juin 2020 à 14 h 00, à Chartres.',
	approval:
		'Les observations sur ce compte rendu sont reçues jusqu’au vendredi 7 février 2020. Il est soumis à l’approbation du comité à sa prochaine séance.',
	signatories: [
		{ name: 'Élise Garnier', capacity: 'Présidente du comité de pilotage' },
		{ name: 'Inès Morvan', capacity: 'Pour le titulaire' }
	]
};

export const minimalMinutes: MinutesInput = {
	...minimalParties,
	meeting: {
		body: 'Comité technique',
		number: 'COTECH n° 1',
		date: '2 déc. 2019',
		reference: 'X',
		version: '0.1',
		state: 'projet'
	},
	nextMeeting: 'À fixer.',
	approval: 'À approuver à la prochaine séance.'
};
