import type { z } from 'zod';
import type { answerInput, commentInput } from '#core/meetings/after/inputs.ts';
import type { MinutesFollow } from '#core/meetings/after/types.ts';
import { DomainError } from '#core/errors.ts';
import type { Context } from '#server/context.ts';
import { unwrap, unwrapMaybe } from '#server/db/unwrap.ts';

/** Says what is wrong with minutes that went out. @throws `not_allowed` off the list, `comments_closed` {until} */
export async function commentMinutes(
	ctx: Context,
	meeting: string,
	{ wording, item }: z.output<typeof commentInput>
): Promise<void> {
	unwrap(await ctx.client.rpc('comment_minutes', { meeting, wording, item }));
}

/** Answers a comment: taken in the minutes, or not and why. @throws `not_allowed`, `already_answered`, `reason_missing` */
export async function answerComment(
	ctx: Context,
	{ id, answer, words }: z.output<typeof answerInput>
): Promise<void> {
	unwrap(await ctx.client.rpc('answer_comment', { comment: id, answer, words }));
}

/** Keeps that the edition is before the person it was sent to, and, `cleared`, that they have nothing to say of it. */
export async function openMinutes(ctx: Context, meeting: string, cleared = false): Promise<void> {
	const { error } = await ctx.client.rpc('open_minutes', { meeting, cleared });
	unwrapMaybe({ data: null, error });
}

/** What happens around the minutes of a meeting, as far as this person may see it. @throws `not_found` */
export async function readFollow(ctx: Context, slug: string, code: string): Promise<MinutesFollow> {
	const found = unwrap(
		await ctx.client.rpc('minutes_follow', { mission_slug: slug, meeting_code: code })
	) as unknown as MinutesFollow | null;
	if (!found) throw new DomainError('not_found', { code });
	return found;
}
