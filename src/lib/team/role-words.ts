import type { Role } from '#core/contract/roles.ts';
import { m } from '$lib/i18n/paraglide/messages.js';

const words: Record<Role, () => string> = {
	client_manager: m.team_role_client_manager,
	client_signatory: m.team_role_client_signatory,
	committee_chair: m.team_role_committee_chair,
	committee_member: m.team_role_committee_member,
	technical_member: m.team_role_technical_member,
	contractor_lead: m.team_role_contractor_lead,
	consultant: m.team_role_consultant,
	observer: m.team_role_observer
};

/** A role in the trade's words: « Président(e) du comité ». */
export const roleWord = (role: string): string => words[role as Role]?.() ?? role;
