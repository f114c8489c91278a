/** The demonstration's accounts, by the place they hold. */
export const people = {
	manager: 'chef-de-projet@demo.test',
	signatory: 'signataire@demo.test',
	chair: 'copil@demo.test',
	member: 'copil2@demo.test',
	member2: 'copil3@demo.test',
	lead: 'consultant-chef@demo.test',
	consultant: 'consultant@demo.test',
	observer: 'observateur@demo.test',
	admin: 'admin@demo.test',
	stranger: 'etranger@demo.test'
} as const;
export type Who = keyof typeof people;

export const password = 'jalon-demo';
export const mission = '/missions/eure-et-loir';
