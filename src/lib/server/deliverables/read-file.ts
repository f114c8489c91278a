import { createHash } from 'node:crypto';
import { mediaTypeOf } from '#core/deliverables/formats.ts';
import { DomainError } from '#core/errors.ts';
import type { Context } from '#server/context.ts';
import { selectFile } from '#server/db/deliverables.ts';

export interface ReadFile {
	name: string;
	mediaType: string;
	sha256: string;
	bytes: Uint8Array;
}

/**
 * The bytes of a handed-in file, or of one put aside for who may read it. They are hashed again: what is given is
 * what was recorded, or nothing.
 * @throws `not_found` when there is none for this person; `file_unreadable` when the bytes are not those recorded
 */
export async function readFile(ctx: Context, slug: string, code: string, id: string): Promise<ReadFile> {
	if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw new DomainError('not_found');
	const record = await selectFile(ctx, slug, code, id);
	if (!record) throw new DomainError('not_found');
	const bytes = await ctx.files.get(record.key);
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	if (sha256 !== record.sha256)
		throw new DomainError('file_unreadable', { recorded: record.sha256, found: sha256 });
	return { name: record.name, mediaType: mediaTypeOf(record.name), sha256, bytes };
}
