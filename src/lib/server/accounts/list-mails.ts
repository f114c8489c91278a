import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';
import { renderMail } from '#server/mail/render.ts';
import { mustAdminister } from './list-people.ts';

export interface Envelope {
	id: string;
	to: string;
	kind: string;
	mission: string | null;
	state: string;
	attempts: number;
	error: string | null;
	createdAt: string;
	sentAt: string | null;
	/** Only in a demonstration: what a real mail says is between its reader and the one who wrote. */
	content: { subject: string; text: string } | null;
}

/** The latest mails, for an administrator: envelopes, and contents while all is a demonstration. @throws `not_found` */
export async function listMails(ctx: Context): Promise<Envelope[]> {
	mustAdminister(ctx);
	const rows = unwrap(await ctx.client.rpc('list_mails', { limit_to: 200 }));
	return rows.map((row) => ({
		id: row.id,
		to: row.to_email,
		kind: row.kind,
		mission: row.mission,
		state: row.state,
		attempts: row.attempts,
		error: row.error,
		createdAt: row.created_at,
		sentAt: row.sent_at,
		content: row.data
			? renderMail(row.kind, row.data as Record<string, unknown>, ctx.settings.siteUrl)
			: null
	}));
}
