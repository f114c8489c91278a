import { DomainError } from '#core/errors.ts';
import type { AgendaChoices, SessionNews } from '#core/meetings/agenda/session.ts';
import type { Context } from '#server/context.ts';
import { unwrapMaybe } from '#server/db/unwrap.ts';

/** What was typed in a meeting since an instant. @throws `not_found` */
export async function sessionNews(
	ctx: Context,
	slug: string,
	code: string,
	since: string | null
): Promise<SessionNews> {
	const asked = { mission_slug: slug, meeting_code: code, ...(since ? { since } : {}) };
	const found = unwrapMaybe(await ctx.client.rpc('session_news', asked));
	if (!found) throw new DomainError('not_found', { code });
	return found as unknown as SessionNews;
}

/** What the agenda of a meeting could take up. @throws `not_found` */
export async function agendaChoices(ctx: Context, slug: string, code: string): Promise<AgendaChoices> {
	const found = unwrapMaybe(
		await ctx.client.rpc('agenda_choices', { mission_slug: slug, meeting_code: code })
	);
	if (!found) throw new DomainError('not_found', { code });
	return found as unknown as AgendaChoices;
}
