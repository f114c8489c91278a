import { createHash } from 'node:crypto';
import { mediaTypeOf } from '#core/deliverables/formats.ts';
import { DomainError } from '#core/errors.ts';
import type { InterruptionInput } from '#core/penalties/follow/inputs.ts';
import type { InterruptionRow, Revision } from '#core/penalties/follow/types.ts';
import type { Context } from '#server/context.ts';
import { unwrap, unwrapMaybe } from '#server/db/unwrap.ts';
import { checkUpload } from '#server/files/check-upload.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';

/** The register, the latest interruption first, each with the revisions before it. @throws `not_found` */
export async function readInterruptions(ctx: Context, slug: string): Promise<InterruptionRow[]> {
	const found = unwrapMaybe(await ctx.client.rpc('interruptions_page', { mission_slug: slug }));
	if (!found) throw new DomainError('not_found', { slug });
	const { revisions } = found as unknown as { revisions: Revision[] };
	return [...Map.groupBy(revisions, (one) => one.number).values()]
		.map((list) => list.toSorted((a, b) => b.revision - a.revision))
		.map(([last, ...before]) => ({ ...last!, before }))
		.sort((a, b) => (a.startsAt < b.startsAt ? 1 : a.startsAt > b.startsAt ? -1 : 0));
}

/**
 * Records an interruption, or corrects one by a following revision. A refused file leaves nothing behind.
 * @throws `not_allowed`, `stale`, `in_the_future`, `end_before_start`, `wording_missing`, `reason_missing`, and the
 * refusals of `checkUpload`
 */
export async function saveInterruption(
	ctx: Context,
	mission: MissionContext,
	input: InterruptionInput
): Promise<void> {
	if (!mission.roles.some((role) => ['client_manager', 'contractor_lead', 'consultant'].includes(role)))
		throw new DomainError('not_allowed');
	const { file } = input;
	const checked =
		file === null
			? null
			: await checkUpload({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
	const key = checked ? await ctx.files.put(checked.bytes) : null;
	const judged = input.attributable === 'unknown' ? null : input.attributable === 'yes';
	const given = {
		mission: mission.id,
		starts_at: input.startsAt,
		// The types of the store do not say which arguments may be null.
		ends_at: input.endsAt as string,
		what: input.what,
		place: input.place,
		...(judged === null ? {} : { attributable: judged, attributable_reason: input.attributableReason }),
		excluded: input.excluded,
		excluded_reason: input.excluded ? input.excludedReason : '',
		...(checked && key ? { name: checked.name, size: checked.size, hash: checked.sha256, key } : {})
	};
	try {
		if (input.corrects === '') unwrap(await ctx.client.rpc('record_interruption', given));
		else
			unwrap(
				await ctx.client.rpc('correct_interruption', {
					...given,
					number: input.corrects,
					read_revision: input.revision,
					correction: input.correction
				})
			);
	} catch (cause) {
		if (key) await ctx.files.drop(key);
		throw cause;
	}
}

/**
 * The proof of an interruption, the exact bytes or nothing.
 * @throws `not_found` when there is none for this person; `file_unreadable` when the bytes are not those recorded
 */
export async function readInterruptionFile(
	ctx: Context,
	slug: string,
	id: string
): Promise<{ name: string; mediaType: string; bytes: Uint8Array }> {
	if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw new DomainError('not_found');
	const found = unwrapMaybe(
		await ctx.client.rpc('interruption_file', { mission_slug: slug, interruption: id })
	) as { name: string; sha256: string; key: string } | null;
	if (!found) throw new DomainError('not_found');
	const bytes = await ctx.files.get(found.key);
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	if (sha256 !== found.sha256)
		throw new DomainError('file_unreadable', { recorded: found.sha256, found: sha256 });
	return { name: found.name, mediaType: mediaTypeOf(found.name), bytes };
}
