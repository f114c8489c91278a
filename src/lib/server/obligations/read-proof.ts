import { createHash } from 'node:crypto';
import { mediaTypeOf } from '#core/deliverables/formats.ts';
import { DomainError } from '#core/errors.ts';
import type { Context } from '#server/context.ts';
import { unwrapMaybe } from '#server/db/unwrap.ts';

/**
 * The bytes of what was sent, as they were recorded or not at all.
 * @throws `not_found` when there is none for this person; `file_unreadable` when the bytes are not those recorded
 */
export async function readProof(
	ctx: Context,
	slug: string,
	act: string
): Promise<{ name: string; mediaType: string; bytes: Uint8Array }> {
	if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(act)) throw new DomainError('not_found');
	const found = unwrapMaybe(await ctx.client.rpc('obligation_file', { mission_slug: slug, act })) as {
		name: string;
		sha256: string;
		key: string;
	} | null;
	if (!found) throw new DomainError('not_found');
	const bytes = await ctx.files.get(found.key);
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	if (sha256 !== found.sha256)
		throw new DomainError('file_unreadable', { recorded: found.sha256, found: sha256 });
	return { name: found.name, mediaType: mediaTypeOf(found.name), bytes };
}
