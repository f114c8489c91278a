import type { Day } from '#core/calendar/days.ts';
import { DomainError } from '#core/errors.ts';
import type {
	AnswerInput,
	ExtendInput,
	ReadingInput,
	SendInput,
	CloseInput,
	CloseLateInput
} from '#core/obligations/follow/inputs.ts';
import { isLate } from '#core/obligations/follow/line.ts';
import type { Context } from '#server/context.ts';
import { unwrap, unwrapMaybe } from '#server/db/unwrap.ts';
import { checkUpload } from '#server/files/check-upload.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { readObligations } from './read-obligations.ts';
import { replanAfter } from './replan.ts';

/** May this person send anything at all? The store asks again, by the side that owes it. */
const maySend = (roles: readonly string[]) =>
	roles.some((role) => ['client_manager', 'contractor_lead', 'consultant'].includes(role));

/**
 * Fulfils an obligation that has no page of its own: the file with its sending proof, or a statement in words. A
 * refused file leaves nothing behind.
 * @throws `not_found`, `not_allowed` for the side that does not owe it, `not_from_here` when it is fulfilled elsewhere
 * or was answered, `stale`, `no_file`, `in_the_future`, and the refusals of `checkUpload`
 */
export async function sendObligation(ctx: Context, mission: MissionContext, input: SendInput): Promise<void> {
	if (!maySend(mission.roles)) throw new DomainError('not_allowed');
	const { file } = input;
	const checked =
		file === null
			? null
			: await checkUpload({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
	const key = checked ? await ctx.files.put(checked.bytes) : null;
	try {
		unwrap(
			await ctx.client.rpc('send_obligation', {
				obligation: input.id,
				read_version: input.version,
				sent_on: input.sentOn,
				sent_to: input.sentTo,
				note: input.note,
				...(checked && key
					? { name: checked.name, size: checked.size, hash: checked.sha256, key }
					: {})
			})
		);
	} catch (cause) {
		if (key) await ctx.files.drop(key);
		throw cause;
	}
}

/** The client's answer to what was sent. @throws `not_allowed`, `not_from_here`, `reason_missing` to contest, `stale` */
export async function answerObligation(ctx: Context, input: AnswerInput): Promise<void> {
	unwrap(
		await ctx.client.rpc('answer_obligation', {
			obligation: input.id,
			read_version: input.version,
			accepted: input.answer === 'accept',
			reason: input.reason
		})
	);
}

/**
 * Closes all that is late of one duty, for one reason: daily reports kept on paper before the tool was there.
 * @param before only what was due before that day
 * @returns how many
 * @throws `not_allowed`, `reason_missing`, `not_from_here` when one was done meanwhile, `not_found` when none is late
 */
export async function closeLate(
	ctx: Context,
	mission: MissionContext,
	input: CloseLateInput,
	before: Day = mission.today
): Promise<number> {
	const { lines } = await readObligations(ctx, mission, 'fr', {
		since: mission.today,
		until: mission.today
	});
	const keys = lines
		.filter((one) => one.code === input.code && isLate(one) && one.due!.slice(0, 10) < before)
		.map((one) => one.key);
	if (keys.length === 0) throw new DomainError('not_found', { code: input.code });
	const { reason, closing } = input;
	return unwrap(await ctx.client.rpc('close_obligations', { mission: mission.id, keys, reason, closing }));
}

/** Says that an obligation is no longer expected, or never came, or is expected again. @throws `not_allowed`, `reason_missing`, `not_from_here`, `stale` */
export async function closeObligation(ctx: Context, input: CloseInput): Promise<void> {
	unwrap(
		await ctx.client.rpc('close_obligation', {
			obligation: input.id,
			read_version: input.version,
			reason: input.reason,
			closing: input.closing
		})
	);
}

/** Gives so many days more by an act; the new dates are worked out by core, the old ones stay. @throws as the others */
export async function extendObligation(
	ctx: Context,
	mission: MissionContext,
	input: ExtendInput
): Promise<void> {
	unwrap(
		await ctx.client.rpc('extend_obligation', {
			obligation: input.id,
			read_version: input.version,
			days: input.days,
			act: input.act,
			act_on: input.actOn
		})
	);
	await replanAfter(ctx, mission.id);
}

/** Chooses which reading of an ambiguous clause counts; dates that are not done yet follow. @throws `not_allowed`, `choice_missing` */
export async function chooseReading(
	ctx: Context,
	mission: MissionContext,
	input: ReadingInput
): Promise<void> {
	unwrapMaybe(
		await ctx.client.rpc('choose_reading', {
			mission: mission.id,
			duty: input.code,
			reading: input.reading
		})
	);
	await replanAfter(ctx, mission.id);
}
