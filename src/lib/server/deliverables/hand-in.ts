import type { HandInInput } from '#core/deliverables/inputs.ts';
import { DomainError } from '#core/errors.ts';
import type { Context } from '#server/context.ts';
import { insertVersion, selectId } from '#server/db/deliverables.ts';
import { replanAfter } from '#server/obligations/replan.ts';
import { readMission } from '#server/missions/read-mission.ts';

/**
 * Hands in files put aside as the next version: number, files and hash are fixed from then on.
 * @throws `not_found`, `not_allowed`, `no_file`, `unknown_file`, `editable_missing`, `already_admitted`, `awaits_decision`
 */
export async function handIn(ctx: Context, slug: string, code: string, input: HandInInput) {
	const mission = await readMission(ctx, slug);
	const deliverable = await selectId(ctx, mission.id, code);
	if (!deliverable) throw new DomainError('not_found', { code });
	const { id, number, sha256 } = await insertVersion(ctx, deliverable, input);
	await replanAfter(ctx, mission.id);
	return { id, number, sha256 };
}
