import { createHash } from 'node:crypto';
import { DomainError } from '#core/errors.ts';
import type { MeetingView } from '#core/meetings/view.ts';
import type { Context } from '#server/context.ts';
import { unwrapMaybe } from '#server/db/unwrap.ts';
import type { PaperFile } from '#server/meetings/papers/paper.ts';

/**
 * The bytes that went out, or that were sealed; null while there are none, and for what went out before they were kept.
 * @throws `file_unreadable` when they are not what was recorded, `not_found` when they are gone
 */
export async function keptMinutes(
	ctx: Context,
	{ id, state, edition, after }: MeetingView
): Promise<PaperFile | null> {
	if (state !== 'circulated' && state !== 'approved') return null;
	const found = unwrapMaybe(
		await ctx.client
			.from('meeting_papers')
			.select('storage_key, file_name, sha256')
			.eq('meeting_id', id)
			.eq('kind', 'minutes')
			.eq('edition', edition)
			.eq('why', state === 'approved' ? 'sealed' : 'circulated')
			.maybeSingle()
	);
	if (!found) {
		if (after.sealed) throw new DomainError('file_unreadable', { recorded: after.sealed });
		return null;
	}
	const bytes = await ctx.files.get(found.storage_key);
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const recorded = state === 'approved' ? after.sealed : found.sha256;
	if (sha256 !== found.sha256 || sha256 !== recorded)
		throw new DomainError('file_unreadable', { recorded, found: sha256 });
	return { bytes, name: found.file_name };
}
