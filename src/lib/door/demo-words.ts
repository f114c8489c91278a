import type { Role } from '#core/contract/roles.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { roleWord } from '$lib/team/role-words.ts';

export type DemoKind = Role | 'administrator' | 'outsider';

/** What somebody of the demonstration is, and what they can try. */
export function demoWords(kind: DemoKind): { role: string; can: string } {
	const can: Record<DemoKind, () => string> = {
		client_manager: m.auth_demo_can_client_manager,
		client_signatory: m.auth_demo_can_client_signatory,
		committee_chair: m.auth_demo_can_committee_chair,
		committee_member: m.auth_demo_can_committee_member,
		technical_member: m.auth_demo_can_technical_member,
		contractor_lead: m.auth_demo_can_contractor_lead,
		consultant: m.auth_demo_can_consultant,
		observer: m.auth_demo_can_observer,
		administrator: m.auth_demo_can_administrator,
		outsider: m.auth_demo_can_outsider
	};
	const role =
		kind === 'administrator'
			? m.auth_administrator()
			: kind === 'outsider'
				? m.auth_outsider()
				: roleWord(kind);
	return { role, can: can[kind]() };
}
