/** Roles a person may hold on a mission. */
export const roles = [
	'client_manager',
	'client_signatory',
	'committee_chair',
	'committee_member',
	'technical_member',
	'contractor_lead',
	'consultant',
	'observer'
] as const;

export type Role = (typeof roles)[number];
