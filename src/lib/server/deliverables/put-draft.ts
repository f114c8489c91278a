import { DomainError } from '#core/errors.ts';
import type { Context } from '#server/context.ts';
import { insertDraft, selectId } from '#server/db/deliverables.ts';
import { checkUpload } from '#server/files/check-upload.ts';
import { readMission } from '#server/missions/read-mission.ts';

/**
 * Puts a file aside for a deliverable, for the contractor's eyes only. A refused file leaves nothing behind: neither
 * a row nor bytes.
 * @throws `not_found`, `not_allowed`, `too_many_files`, and the refusals of `checkUpload`
 */
export async function putDraft(
	ctx: Context,
	slug: string,
	code: string,
	file: { name: string; bytes: Uint8Array }
): Promise<{ id: string; name: string; sha256: string }> {
	const mission = await readMission(ctx, slug);
	const deliverable = await selectId(ctx, mission.id, code);
	if (!deliverable) throw new DomainError('not_found', { code });
	// The store asks again; asked here first, so that others cannot make the server look into files.
	if (!mission.roles.some((role) => role === 'contractor_lead' || role === 'consultant'))
		throw new DomainError('not_allowed');
	const checked = await checkUpload(file);
	const key = await ctx.files.put(checked.bytes);
	try {
		const { id, name, sha256 } = await insertDraft(ctx, deliverable, checked, key);
		return { id, name, sha256 };
	} catch (cause) {
		await ctx.files.drop(key);
		throw cause;
	}
}
