import type { Act } from '#core/contract/amend/acts.ts';
import type { Context } from '#server/context.ts';
import type { Problem } from '#server/contract/read.ts';
import { unwrap, unwrapMaybe } from '#server/db/unwrap.ts';
import { checkUpload } from '#server/files/check-upload.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { replanAfter } from '#server/obligations/replan.ts';
import { proposeAmendment, type Means } from './propose.ts';

export type Prepared =
	| { ok: true; id: string; number: number; state: 'prepared' | 'in_force' }
	| { ok: false; problems: Problem[] };

/**
 * Keeps a change of the contract with the act it rests on. A fact is in force at once; anything else waits for the
 * client's signatory.
 * @param readNumber the text of the contract the person had before their eyes
 * @throws `not_allowed` for anybody but the client's project manager; `stale` when the contract changed meanwhile;
 * `fact_changes_more`, `nothing_changes`, `in_the_future`, and the refusals of `checkUpload`
 */
export async function prepareAmendment(
	ctx: Context,
	mission: MissionContext,
	input: { means: Means; act: Act; readNumber: number; file: File | null }
): Promise<Prepared> {
	const proposal = await proposeAmendment(ctx, mission, input.means, input.act);
	if (!proposal.ok) return proposal;
	const { act, file } = input;
	const checked =
		file === null
			? null
			: await checkUpload({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
	const key = checked ? await ctx.files.put(checked.bytes) : null;
	const { contract, text, sha256, anchors, told, effects } = proposal;
	try {
		const made = unwrap(
			await ctx.client.rpc('prepare_amendment', {
				mission: mission.id,
				read_number: input.readNumber,
				act: {
					kind: act.actKind,
					number: act.actNumber,
					on: act.actOn,
					signedBy: act.signedBy,
					contractorSignedBy: act.contractorSignedBy,
					purpose: act.purpose
				},
				proposal: { contract, sha256, source: text, anchors, changes: told } as never,
				effects: effects as never,
				...(checked && key
					? { name: checked.name, size: checked.size, hash: checked.sha256, key }
					: {})
			})
		) as { id: string; number: number; state: 'prepared' | 'in_force' };
		if (made.state === 'in_force') await replanAfter(ctx, mission.id);
		return { ok: true, ...made };
	} catch (cause) {
		if (key) await ctx.files.drop(key);
		throw cause;
	}
}

/** Takes back what was prepared and not signed; it stays in the list. @throws `not_allowed`, `not_from_here`, `stale` */
export async function withdrawAmendment(ctx: Context, input: { id: string; version: number }): Promise<void> {
	unwrapMaybe(
		await ctx.client.rpc('withdraw_amendment', { amendment: input.id, read_version: input.version })
	);
}
