import type { MeetingAnswers, ReplyAnswer } from '#core/meetings/reply.ts';
import { followSecret } from '#server/accounts/secret-links.ts';
import type { ReplyPage } from '#server/backend/types.ts';
import type { Context } from '#server/context.ts';
import { unwrap, unwrapMaybe } from '#server/db/unwrap.ts';
import { DomainError } from '#core/errors.ts';

export interface GivenReply {
	answer: ReplyAnswer;
	/** Who comes instead; read for `alternate` alone. */
	alternate: string;
}

/**
 * What a mail's link shows. Changes nothing: programs that scan mails open every link.
 * @throws `not_found`, `too_many_attempts`
 */
export async function readReplyPage(
	{ backend }: Pick<Context, 'backend'>,
	token: string,
	address: string
): Promise<ReplyPage> {
	return followSecret(token, address, async (sha256) => (await backend.door?.replyPage(sha256)) ?? null);
}

/** Replies by a mail's link, without a session. @throws `not_found`, `reply_closed`, `alternate_missing`, `too_many_attempts` */
export async function replyByLink(
	{ backend }: Pick<Context, 'backend'>,
	token: string,
	{ answer, alternate }: GivenReply,
	address: string
): Promise<void> {
	await followSecret(token, address, async (sha256) => {
		if (!backend.door) return null;
		await backend.door.replyByLink(sha256, answer, alternate);
		return true;
	});
}

/** Replies as the person signed in. @throws `not_found`, `not_allowed` off the list, `reply_closed`, `alternate_missing` */
export async function replyToMeeting(
	ctx: Context,
	meeting: string,
	{ answer, alternate }: GivenReply
): Promise<void> {
	const { error } = await ctx.client.rpc('reply_to_meeting', { meeting, answer, alternate });
	unwrapMaybe({ data: null, error });
}

/** What was sent for a meeting and what was replied, as far as this person may see it. @throws `not_found` */
export async function readAnswers(ctx: Context, slug: string, code: string): Promise<MeetingAnswers> {
	const found = unwrap(
		await ctx.client.rpc('meeting_answers', { mission_slug: slug, meeting_code: code })
	) as unknown as MeetingAnswers | null;
	if (!found) throw new DomainError('not_found', { code });
	return found;
}
