import { m } from '$lib/i18n/paraglide/messages.js';

type Look = 'late' | 'soon' | 'ontime' | 'done' | 'neutral';

/** How a mail stands, as the badge shows it. */
export function mailState(state: string): { look: Look; word: string } {
	const known: Record<string, { look: Look; word: () => string }> = {
		waiting: { look: 'neutral', word: m.auth_mail_waiting },
		sending: { look: 'ontime', word: m.auth_mail_sending },
		sent: { look: 'done', word: m.auth_mail_sent },
		failed: { look: 'late', word: m.auth_mail_failed },
		kept: { look: 'neutral', word: m.auth_mail_kept }
	};
	const found = known[state];
	return found ? { look: found.look, word: found.word() } : { look: 'neutral', word: state };
}

/** What a mail is about, when its own subject is not shown. */
export function mailKind(kind: string): string {
	const known: Record<string, () => string> = {
		auth: m.auth_mail_kind_auth,
		invitation: m.auth_mail_kind_invitation,
		delegation: m.auth_mail_kind_delegation
	};
	return known[kind]?.() ?? m.auth_mail_kind_other({ kind });
}
