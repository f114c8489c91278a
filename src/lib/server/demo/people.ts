import type { Role } from '#core/contract/roles.ts';

export const demoPassword = 'jalon-demo';

export interface DemoPerson {
	email: string;
	fullName: string;
	/** Party and role in each mission; none for those who are members of nothing. */
	place?: { party: string; role: Role; functionTitle: string };
	administrator?: boolean;
}

/** Invented people; their addresses end in `.test`, which no mail ever leaves for (RFC 2606). */
export const demoPeople: DemoPerson[] = [
	{
		email: 'chef-de-projet@demo.test',
		fullName: 'Camille Renaud',
		place: {
			party: 'client',
			role: 'client_manager',
			functionTitle: 'Cheffe de projet relation citoyenne'
		}
	},
	{
		email: 'signataire@demo.test',
		fullName: 'Dominique Vasseur',
		place: { party: 'client', role: 'client_signatory', functionTitle: 'Directeur général des services' }
	},
	{
		email: 'copil@demo.test',
		fullName: 'Hélène Marchais',
		place: {
			party: 'client',
			role: 'committee_chair',
			functionTitle: 'Vice-présidente déléguée, présidente du COPIL'
		}
	},
	{
		email: 'copil2@demo.test',
		fullName: 'Bruno Delaunay',
		place: { party: 'client', role: 'committee_member', functionTitle: 'Conseiller départemental' }
	},
	{
		email: 'copil3@demo.test',
		fullName: 'Nadia Ferrand',
		place: { party: 'client', role: 'committee_member', functionTitle: 'Directrice de la citoyenneté' }
	},
	{
		email: 'consultant-chef@demo.test',
		fullName: 'Julien Carpentier',
		place: { party: 'contractor', role: 'contractor_lead', functionTitle: 'Directeur de mission' }
	},
	{
		email: 'consultant@demo.test',
		fullName: 'Inès Lambert',
		place: { party: 'contractor', role: 'consultant', functionTitle: 'Consultante' }
	},
	{
		email: 'observateur@demo.test',
		fullName: 'Paul Guérin',
		place: { party: 'client', role: 'observer', functionTitle: 'Chambre des communes partenaires' }
	},
	{ email: 'admin@demo.test', fullName: 'Alix Moreau', administrator: true },
	{ email: 'etranger@demo.test', fullName: 'Sacha Petit' }
];
