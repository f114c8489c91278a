import type {
	ChargeInput,
	CommentInput,
	DecideInput,
	InviteInput,
	PenaltyReadingInput,
	TypeInput
} from '#core/penalties/follow/inputs.ts';
import type { Context } from '#server/context.ts';
import { unwrap, unwrapMaybe } from '#server/db/unwrap.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';

/** PostgreSQL reads a decimal text exactly; a number of JavaScript would not hold it. */
const exact = (amount: string) => amount as unknown as number;

/**
 * The amount of a penalty that no clause of the file prices, with the clause the client found.
 * @throws `not_allowed`, `stale`, `not_from_here`, `amount_unreadable`, `clause_missing`
 */
export async function typePenalty(ctx: Context, input: TypeInput): Promise<void> {
	unwrap(
		await ctx.client.rpc('type_penalty', {
			penalty: input.id,
			read_version: input.version,
			amount: exact(input.amount),
			clause_ref: input.ref,
			clause_quote: input.quote
		})
	);
}

/**
 * Notifies the contractor of a penalty and invites it to comment until a day; its numbers no longer change.
 * @throws `not_allowed`, `stale`, `not_from_here`, `amount_undetermined`, `date_in_the_past`,
 * `comment_delay_too_short` where the general conditions give more days, `nobody_to_notify`
 */
export async function inviteToComment(ctx: Context, input: InviteInput): Promise<void> {
	unwrap(
		await ctx.client.rpc('invite_to_comment', {
			penalty: input.id,
			read_version: input.version,
			comment_by: input.commentBy,
			message: input.message
		})
	);
}

/** The contractor's comments, once. @throws `not_allowed`, `not_found`, `stale`, `not_from_here`, `comment_missing` */
export async function commentPenalty(ctx: Context, input: CommentInput): Promise<void> {
	unwrap(
		await ctx.client.rpc('comment_penalty', {
			penalty: input.id,
			read_version: input.version,
			comment: input.comment
		})
	);
}

/**
 * The client's decision, or one that corrects it.
 * @throws `not_allowed`, `stale`, `hearing_missing`, `comment_delay_running`, `amount_undetermined`,
 * `amount_above_computed`, `amount_not_reduced`, `reason_missing`, `penalty_exempt`, `above_cap`, `nobody_to_notify`
 */
export async function decidePenalty(ctx: Context, input: DecideInput): Promise<void> {
	unwrap(
		await ctx.client.rpc('decide_penalty', {
			penalty: input.id,
			read_version: input.version,
			decision: input.decision,
			...(input.decision === 'reduced' && input.amount !== null ? { amount: exact(input.amount) } : {}),
			reason: input.reason
		})
	);
}

/** @throws `not_allowed`, `stale`, `not_from_here`, `reference_missing`, `in_the_future`, `charged_before_decided` */
export async function chargePenalty(ctx: Context, input: ChargeInput): Promise<void> {
	unwrap(
		await ctx.client.rpc('charge_penalty', {
			penalty: input.id,
			read_version: input.version,
			reference: input.reference,
			charged_on: input.chargedOn
		})
	);
}

/** Which reading of a disputed clause counts from now on. @throws `not_allowed`, `choice_missing`, `reason_missing` */
export async function choosePenaltyReading(
	ctx: Context,
	mission: MissionContext,
	input: PenaltyReadingInput
): Promise<void> {
	unwrapMaybe(
		await ctx.client.rpc('choose_penalty_reading', {
			mission: mission.id,
			clause_code: input.code,
			reading: input.reading,
			reason: input.reason
		})
	);
}
