import { createHash } from 'node:crypto';
import { mediaTypeOf } from '#core/deliverables/formats.ts';
import { DomainError } from '#core/errors.ts';
import type { Context } from '#server/context.ts';
import { readContractPage } from './read-contract-page.ts';
import { amendmentDetail } from './sign.ts';

/**
 * The scan of the act a change rests on, as it was recorded or not at all.
 * @throws `not_found` when there is none for this person; `file_unreadable` when the bytes are not those recorded
 */
export async function readActFile(
	ctx: Context,
	slug: string,
	number: number
): Promise<{ name: string; mediaType: string; bytes: Uint8Array }> {
	const change = (await readContractPage(ctx, slug)).amendments.find((one) => one.number === number);
	const file = change ? (await amendmentDetail(ctx, slug, change.id)).file : null;
	if (!file) throw new DomainError('not_found');
	const bytes = await ctx.files.get(file.key);
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	if (sha256 !== file.sha256)
		throw new DomainError('file_unreadable', { recorded: file.sha256, found: sha256 });
	return { name: file.name, mediaType: mediaTypeOf(file.name), bytes };
}
