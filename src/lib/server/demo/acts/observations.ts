import type { Answer, ObservationKind, Severity } from '#core/deliverables/observations/circuit.ts';
import type { ObservationView } from '#core/deliverables/observations/view.ts';
import { answerObservation } from '#server/deliverables/observations/answer.ts';
import { checkObservation } from '#server/deliverables/observations/check.ts';
import { observe } from '#server/deliverables/observations/observe.ts';
import { readObservations } from '#server/deliverables/observations/read-observations.ts';
import type { Context } from '#server/context.ts';
import type { Stage } from '../stage.ts';
import { lastVersion } from './deliverables.ts';

const find = async (ctx: Context, stage: Stage, code: string, rank: number): Promise<ObservationView> => {
	const found = (await readObservations(ctx, stage.slug, code))[rank - 1];
	if (!found) throw new Error(`${code} has no observation ${rank}`);
	return found;
};

/** Somebody of the client's side asks for something on the version handed in last. */
export async function ask(
	stage: Stage,
	code: string,
	email: string,
	asked: { kind: ObservationKind; severity: Severity; place: string; wording: string }
): Promise<void> {
	const ctx = await stage.as(email);
	const { id, sha256 } = await lastVersion(ctx, stage, code);
	await observe(ctx, { version: id, seen: sha256, file: null, ...asked });
}

export async function reply(
	stage: Stage,
	code: string,
	email: string,
	rank: number,
	answer: Answer,
	words: string
): Promise<void> {
	const ctx = await stage.as(email);
	const { id, read } = await find(ctx, stage, code, rank);
	await answerObservation(ctx, { id, read, answer, words, inVersion: null });
}

/** Lifted in the version handed in last. */
export async function lift(
	stage: Stage,
	code: string,
	email: string,
	rank: number,
	words = ''
): Promise<void> {
	const ctx = await stage.as(email);
	const version = await lastVersion(ctx, stage, code);
	const { id, read } = await find(ctx, stage, code, rank);
	await checkObservation(ctx, {
		...{ id, read, version: version.id, seen: version.sha256 },
		...{ verdict: 'lifted', words }
	});
}
