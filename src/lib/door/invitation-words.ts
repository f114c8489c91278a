import { m } from '$lib/i18n/paraglide/messages.js';

/** « Camille Renaud vous invite à rejoindre la mission Eure-et-Loir. », with what is known of it. */
export function invitationWords(invitation: { invitedBy: string | null; mission: string | null }): string {
	const { invitedBy: by, mission } = invitation;
	if (mission) return by ? m.auth_invitation_by({ by, mission }) : m.auth_invitation_to({ mission });
	return by ? m.auth_invitation_by_alone({ by }) : m.auth_invitation_plain();
}
