import { roles, type Role } from '#core/contract/roles.ts';
import type { Side } from '#core/team/arrange.ts';

const contractors: Role[] = ['contractor_lead', 'consultant'];
const clients: Role[] = ['client_manager', 'client_signatory'];
const deciding: Role[] = ['committee_chair', 'committee_member'];

/** The roles somebody of that side may hold; the store checks it again. */
export function rolesOfSide(side: Side): Role[] {
	return roles.filter(
		(role) =>
			(side === 'contractor' || !contractors.includes(role)) &&
			(side === 'client' || !clients.includes(role)) &&
			(side !== 'contractor' || !deciding.includes(role))
	);
}
