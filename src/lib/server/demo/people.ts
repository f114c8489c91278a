import type { Role } from '#core/contract/roles.ts';

export const demoPassword = 'jalon-demo';

export interface DemoPerson {
	email: string;
	fullName: string;
	/** Party and role, the same in each mission; none for those who are members of nothing. */
	place?: { party: 'client' | 'contractor'; role: Role };
	administrator?: boolean;
}

const client = (role: Role) => ({ party: 'client' as const, role });
const contractor = (role: Role) => ({ party: 'contractor' as const, role });

/** Invented people; their addresses end in `.test`, which no mail ever leaves for (RFC 2606). */
export const demoPeople: DemoPerson[] = [
	{ email: 'chef-de-projet@demo.test', fullName: 'Camille Renaud', place: client('client_manager') },
	{ email: 'signataire@demo.test', fullName: 'Dominique Vasseur', place: client('client_signatory') },
	{ email: 'copil@demo.test', fullName: 'Hélène Marchais', place: client('committee_chair') },
	{ email: 'copil2@demo.test', fullName: 'Bruno Delaunay', place: client('committee_member') },
	{ email: 'copil3@demo.test', fullName: 'Nadia Ferrand', place: client('committee_member') },
	{
		email: 'consultant-chef@demo.test',
		fullName: 'Julien Carpentier',
		place: contractor('contractor_lead')
	},
	{ email: 'consultant@demo.test', fullName: 'Inès Lambert', place: contractor('consultant') },
	{ email: 'observateur@demo.test', fullName: 'Paul Guérin', place: client('observer') },
	{ email: 'admin@demo.test', fullName: 'Alix Moreau', administrator: true },
	{ email: 'etranger@demo.test', fullName: 'Sacha Petit' }
];
