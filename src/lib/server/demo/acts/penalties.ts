import { DomainError } from '#core/errors.ts';
import type { PenaltyLine } from '#core/penalties/follow/types.ts';
import type { InterruptionInput } from '#core/penalties/follow/inputs.ts';
import { saveInterruption } from '#server/penalties/interruptions.ts';
import { readPenalties } from '#server/penalties/read-penalties.ts';
import { detectPenalties } from '#server/penalties/search.ts';
import type { Context } from '#server/context.ts';
import { manager, type Stage } from '../stage.ts';

const blank: Omit<InterruptionInput, 'startsAt' | 'endsAt' | 'what'> = {
	corrects: '',
	revision: 0,
	correction: '',
	place: '',
	attributable: 'unknown',
	attributableReason: '',
	excluded: false,
	excludedReason: '',
	file: null
};

/** Somebody writes in the register of interruptions, or corrects it. */
export async function interruption(
	stage: Stage,
	email: string,
	given: Partial<InterruptionInput> & Pick<InterruptionInput, 'startsAt' | 'endsAt' | 'what'>
): Promise<void> {
	await saveInterruption(await stage.as(email), await stage.mission(email), { ...blank, ...given });
}

/** The project manager compares the facts with the clauses. */
export async function searchPenalties(stage: Stage): Promise<void> {
	await detectPenalties(await stage.as(manager), await stage.mission());
}

/** Somebody acts on the penalty of a fact, as it stands when they open it. */
export async function onPenalty(
	stage: Stage,
	email: string,
	key: string,
	act: (ctx: Context, line: Pick<PenaltyLine, 'id' | 'version'>) => Promise<void>
): Promise<void> {
	const ctx = await stage.as(email);
	const { lines } = await readPenalties(ctx, await stage.mission(email));
	const line = lines.find((one) => one.key === key);
	if (!line) throw new DomainError('not_found', { key });
	await act(ctx, line);
}
