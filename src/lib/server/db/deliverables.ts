import type { DecideInput, EndorseInput, HandInInput, VoteInput } from '#core/deliverables/inputs.ts';
import type { DeliverableView, RegisterRow } from '#core/deliverables/view.ts';
import type { Context } from '#server/context.ts';
import type { CheckedFile } from '#server/files/check-upload.ts';
import { unwrap, unwrapMaybe } from './unwrap.ts';

/** Where one file's bytes are, as far as the person may read it. */
export interface FileRecord {
	name: string;
	size: number;
	sha256: string;
	key: string;
	draft: boolean;
}

export async function selectRegister(ctx: Context, slug: string): Promise<RegisterRow[]> {
	return unwrap(
		await ctx.client.rpc('deliverables_register', { mission_slug: slug })
	) as unknown as RegisterRow[];
}

export async function selectDeliverable(
	ctx: Context,
	slug: string,
	code: string
): Promise<DeliverableView | null> {
	const answer = await ctx.client.rpc('deliverable_detail', { mission_slug: slug, deliverable_code: code });
	return unwrapMaybe(answer) as DeliverableView | null;
}

export async function selectFile(
	ctx: Context,
	slug: string,
	code: string,
	id: string
): Promise<FileRecord | null> {
	const answer = await ctx.client.rpc('deliverable_file', {
		mission_slug: slug,
		deliverable_code: code,
		file: id
	});
	return unwrapMaybe(answer) as FileRecord | null;
}

/** The deliverable's id, by mission and code. */
export async function selectId(ctx: Context, missionId: string, code: string): Promise<string | null> {
	const answer = await ctx.client
		.from('deliverables')
		.select('id')
		.eq('mission_id', missionId)
		.eq('code', code)
		.maybeSingle();
	return unwrapMaybe(answer)?.id ?? null;
}

export async function insertDraft(ctx: Context, deliverable: string, file: CheckedFile, key: string) {
	return unwrap(
		await ctx.client.rpc('put_draft', {
			deliverable,
			file_name: file.name,
			file_size: file.size,
			file_type: file.mediaType,
			file_sha256: file.sha256,
			key
		})
	);
}

/** @returns the key of the bytes that nothing points to any more */
export async function deleteDraft(ctx: Context, draft: string): Promise<string> {
	return unwrap(await ctx.client.rpc('remove_draft', { draft }));
}

export async function insertVersion(ctx: Context, deliverable: string, input: HandInInput) {
	return unwrap(await ctx.client.rpc('hand_in', { deliverable, chosen: input.files, note: input.note }));
}

export async function insertVote(ctx: Context, input: VoteInput) {
	return unwrap(
		await ctx.client.rpc('cast_vote', {
			version: input.version,
			seen_sha256: input.seen,
			choice: input.choice,
			reason: input.reason
		})
	);
}

export async function insertEndorsement(ctx: Context, input: EndorseInput) {
	return unwrap(
		await ctx.client.rpc('confirm_endorsement', {
			version: input.version,
			seen_sha256: input.seen,
			outcome: input.outcome,
			reserves: input.reserves,
			meeting: input.meeting
		})
	);
}

export async function insertDecision(ctx: Context, input: DecideInput) {
	return unwrap(
		await ctx.client.rpc('decide', {
			version: input.version,
			seen_sha256: input.seen,
			kind: input.kind,
			reasons: input.reasons,
			reduction: input.reduction || null
		})
	);
}
