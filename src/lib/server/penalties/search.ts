import { DomainError } from '#core/errors.ts';
import type { ValueInput } from '#core/penalties/follow/inputs.ts';
import { stepsToJson } from '#core/penalties/follow/steps.ts';
import type { Found } from '#core/penalties/follow/types.ts';
import type { Context } from '#server/context.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { readPenalties, type Penalties } from './read-penalties.ts';

/** How many lines a search made, brought up to date, and ended. */
export type Searched = { fresh: number; changed: number; lapsed: number };

/**
 * Looks for the penalties that the facts give today and stores them: new ones get a line, those the contractor was
 * not told of are worked out again, those whose facts are gone end. Running it again changes nothing.
 * @throws `not_allowed` for anybody but the project manager
 */
export async function detectPenalties(ctx: Context, mission: MissionContext): Promise<Searched> {
	if (!mission.roles.includes('client_manager')) throw new DomainError('not_allowed');
	return store(ctx, mission, await readPenalties(ctx, mission));
}

/**
 * Types what a formula multiplies: the value of the late part (or that it makes the whole unusable), and the value of
 * the contract, which the cap is counted on. The amount is worked out by core, never typed.
 * @throws `not_allowed`, `not_found`, `stale`, `not_from_here` once the contractor was told of it
 */
export async function valuePenalty(ctx: Context, mission: MissionContext, input: ValueInput): Promise<void> {
	if (!mission.roles.includes('client_manager')) throw new DomainError('not_allowed');
	const { lines } = await readPenalties(ctx, mission);
	const line = lines.find((one) => one.number === input.number);
	if (!line) throw new DomainError('not_found', { number: input.number });
	if (line.version !== input.version) throw new DomainError('stale');
	if (line.notifiedOn !== null) throw new DomainError('not_from_here', { stage: line.stage });
	const { base, whole, contractValue } = input;
	const facts = {
		...(base ? { base } : {}),
		...(whole ? { whole } : {}),
		...(contractValue ? { contractValue } : {})
	};
	await store(ctx, mission, await readPenalties(ctx, mission, null, { key: line.key, facts }));
}

async function store(
	ctx: Context,
	mission: MissionContext,
	{ search, contract }: Penalties
): Promise<Searched> {
	const { door } = ctx.backend;
	if (!search || !door || ctx.userId === null) throw new DomainError('not_allowed');
	const { fresh, changed, gone } = search.difference;
	if (fresh.length + changed.length + gone.length === 0) return { fresh: 0, changed: 0, lapsed: 0 };
	return door.storePenalties(
		ctx.userId,
		mission.id,
		[...fresh, ...changed].map((one) => rowOf(one, contract.currency)),
		gone.map((one) => one.key)
	);
}

const rowOf = (one: Found, currency: string | undefined): Record<string, unknown> => ({
	key: one.key,
	about: one.about,
	subject: one.subject,
	code: one.code,
	title: one.title,
	clause_code: one.clauseCode,
	clause: one.clause,
	facts: one.facts,
	steps: stepsToJson(one.steps),
	currency: currency ?? null,
	amount_cents: one.amount === 'undetermined' ? null : Number(one.amount),
	exempt_cents: one.exempt === null ? null : Number(one.exempt),
	cap_cents: one.cap === null ? null : Number(one.cap)
});
