import type { Day } from '#core/calendar/days.ts';
import { DomainError } from '#core/errors.ts';
import { answerObligation, closeLate, closeObligation, sendObligation } from '#server/obligations/act-on.ts';
import { readObligations } from '#server/obligations/read-obligations.ts';
import { consultant, manager, type Stage } from '../stage.ts';

/** Somebody who acts on one obligation, as it stands when they open it. */
async function at(stage: Stage, email: string, key: string) {
	const ctx = await stage.as(email);
	const mission = await stage.mission(email);
	const { lines, contract } = await readObligations(ctx, mission, 'fr', { key });
	const [line] = lines;
	if (!line) throw new DomainError('not_found', { key });
	return { ctx, mission, line, contract };
}

/** The contractor sends a paper to the contract's recipients, on the mission's day. */
export async function send(stage: Stage, key: string, name: string, text: string): Promise<void> {
	const { ctx, mission, line, contract } = await at(stage, consultant, key);
	const known = contract.recipients.flatMap((one) => one.email ?? []);
	await sendObligation(ctx, mission, {
		id: line.id,
		version: line.version,
		sentOn: mission.today,
		sentTo: known.length > 0 ? known : [manager],
		note: '',
		file: new File([text], name, { type: 'text/plain' })
	});
}

/** The project manager accepts what was sent. */
export async function accept(stage: Stage, key: string): Promise<void> {
	const { ctx, line } = await at(stage, manager, key);
	await answerObligation(ctx, { id: line.id, version: line.version, answer: 'accept', reason: '' });
}

/** The project manager waives one, for a reason. */
export async function waive(stage: Stage, key: string, reason: string): Promise<void> {
	const { ctx, line } = await at(stage, manager, key);
	await closeObligation(ctx, { id: line.id, version: line.version, closing: 'waived', reason });
}

/** The project manager closes all that is late of one duty, from before a day. */
export async function waiveLate(stage: Stage, code: string, before: Day, reason: string): Promise<void> {
	const ctx = await stage.as(manager);
	await closeLate(ctx, await stage.mission(manager), { code, reason, closing: 'waived' }, before);
}
