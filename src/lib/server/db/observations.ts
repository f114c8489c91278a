import type {
	AnswerInput,
	CheckInput,
	CorrectInput,
	NumberInput,
	ObserveInput,
	ReserveLine,
	WithdrawInput
} from '#core/deliverables/observations/inputs.ts';
import type { ObservationView } from '#core/deliverables/observations/view.ts';
import type { Context } from '#server/context.ts';
import { unwrap } from './unwrap.ts';

export async function selectObservations(
	ctx: Context,
	slug: string,
	code: string
): Promise<ObservationView[]> {
	const answer = await ctx.client.rpc('deliverable_observations', {
		mission_slug: slug,
		deliverable_code: code
	});
	return unwrap(answer) as unknown as ObservationView[];
}

export async function insertObservation(ctx: Context, input: ObserveInput) {
	return unwrap(
		await ctx.client.rpc('observe', {
			version: input.version,
			seen_sha256: input.seen,
			kind: input.kind,
			severity: input.severity,
			wording: input.wording,
			place: input.place,
			file: input.file
		})
	);
}

export async function insertAnswer(ctx: Context, input: AnswerInput) {
	return unwrap(
		await ctx.client.rpc('answer_observation', {
			observation: input.id,
			read_version: input.read,
			answer: input.answer,
			words: input.words,
			in_version: input.answer === 'refused' ? null : input.inVersion
		})
	);
}

export async function insertCheck(ctx: Context, input: CheckInput) {
	return unwrap(
		await ctx.client.rpc('check_observation', {
			observation: input.id,
			read_version: input.read,
			version: input.version,
			seen_sha256: input.seen,
			verdict: input.verdict,
			words: input.words
		})
	);
}

export async function insertWithdrawal(ctx: Context, input: WithdrawInput) {
	return unwrap(
		await ctx.client.rpc('withdraw_observation', {
			observation: input.id,
			read_version: input.read,
			reason: input.reason
		})
	);
}

export async function insertCorrection(ctx: Context, input: CorrectInput) {
	return unwrap(
		await ctx.client.rpc('correct_observation', {
			observation: input.id,
			read_version: input.read,
			severity: input.severity,
			wording: input.wording,
			place: input.place
		})
	);
}

const asJson = (lines: ReserveLine[]) => lines.map(({ wording, severity }) => ({ wording, severity }));

/** @returns how many reserves were numbered */
export async function insertReserves(ctx: Context, input: NumberInput): Promise<number> {
	return unwrap(
		await ctx.client.rpc('number_reserves', { version: input.version, lines: asJson(input.lines) })
	);
}

export async function insertEndorsementWithReserves(
	ctx: Context,
	input: { version: string; seen: string; outcome: string; meeting: string | null },
	lines: ReserveLine[]
) {
	return unwrap(
		await ctx.client.rpc('confirm_with_reserves', {
			version: input.version,
			seen_sha256: input.seen,
			outcome: input.outcome,
			lines: asJson(lines),
			meeting: input.meeting
		})
	);
}
