import { storedContract } from '#core/contract/stored.ts';
import { toldToAll } from '#core/contract/compare/told.ts';
import type { Amended } from '#core/contract/compare/compare.ts';
import { DomainError } from '#core/errors.ts';
import type { Context } from '#server/context.ts';
import { unwrap, unwrapMaybe } from '#server/db/unwrap.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { replanAfter } from '#server/obligations/replan.ts';
import { compared, currentFacts } from './propose.ts';

export interface AmendmentFile {
	name: string;
	size: number;
	sha256: string;
	key: string;
}

interface Detail {
	id: string;
	state: 'prepared' | 'in_force' | 'withdrawn';
	base: number;
	contract: unknown;
	version: number;
	file: AmendmentFile | null;
}

/** A change as far as this person may read it. @throws `not_found` */
export async function amendmentDetail(ctx: Context, slug: string, id: string): Promise<Detail> {
	const found = unwrapMaybe(
		await ctx.client.rpc('amendment_detail', { mission_slug: slug, amendment: id })
	) as Detail | null;
	if (!found) throw new DomainError('not_found');
	return found;
}

async function consequences(ctx: Context, mission: MissionContext, detail: Detail) {
	const now = await currentFacts(ctx, mission);
	const comparison = compared(now, storedContract(detail.contract));
	if ('problems' in comparison) throw new DomainError('stale');
	return { ...comparison, told: toldToAll(comparison.amended, now.facts.world), stamp: now.stamp };
}

/** What a prepared change does to the mission as it is now, for who signs it; `stamp` names what was looked at. */
export async function previewAmendment(
	ctx: Context,
	mission: MissionContext,
	id: string
): Promise<{ amended: Amended; stamp: string }> {
	if (!mission.isClient) throw new DomainError('not_found');
	const { amended, stamp } = await consequences(ctx, mission, await amendmentDetail(ctx, mission.slug, id));
	return { amended, stamp };
}

/**
 * Brings a prepared change in force, in the client's name: one transaction with its plan, its text and its journal
 * line. Done obligations stay as they are.
 * @param stamp of what the person saw: what has moved since is to be looked at again
 * @throws `not_allowed` for anybody but the signatory or a delegate; `stale`; `not_from_here` once it is settled
 */
export async function signAmendment(
	ctx: Context,
	mission: MissionContext,
	input: { id: string; version: number; stamp: string }
): Promise<void> {
	if (!mission.signs) throw new DomainError('not_allowed');
	const detail = await amendmentDetail(ctx, mission.slug, input.id);
	const { effects, told, stamp } = await consequences(ctx, mission, detail);
	if (stamp !== input.stamp) throw new DomainError('stale');
	unwrap(
		await ctx.client.rpc('sign_amendment', {
			amendment: input.id,
			read_version: input.version,
			effects: effects as never,
			moved: told as never
		})
	);
	await replanAfter(ctx, mission.id);
}
