import { createHash } from 'node:crypto';
import { DayError } from '#core/calendar/days.ts';
import { RuleError } from '#core/calendar/rules/compute.ts';
import { onOwnCalendar } from '#core/calendar/mission.ts';
import { actLabel, type Act } from '#core/contract/amend/acts.ts';
import { applyChanges } from '#core/contract/amend/apply.ts';
import type { Change } from '#core/contract/amend/changes.ts';
import { compareContracts, type Amended, type Comparison } from '#core/contract/compare/compare.ts';
import { toldToAll } from '#core/contract/compare/told.ts';
import type { Contract } from '#core/contract/schema.ts';
import { calendarIn } from '#core/creation/outlook.ts';
import { planOf } from '#core/contract/plan.ts';
import { DomainError } from '#core/errors.ts';
import type { Context } from '#server/context.ts';
import { readContract, type Problem } from '#server/contract/read.ts';
import { contractText } from '#server/contract/write-contract.ts';
import { maxUpload } from '#server/creation/check-contract.ts';
import { unstorable } from '#server/creation/storable.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { missionFacts, type FactsOfMission } from '#server/obligations/mission-facts.ts';
import { ensurePlanned } from '#server/obligations/replan.ts';

/** What a mission's contract is changed by: changes made by form, or another file. */
export type Means = { changes: readonly Change[] } | { text: string };

export type Proposal = Comparison & {
	ok: true;
	contract: Contract;
	/** The file as it would be kept. */
	text: string;
	sha256: string;
	/** What of it is kept for both sides to read: nothing of meetings nobody was told of. */
	told: Amended;
	/** Names the state of the mission it was worked out on. */
	stamp: string;
};

/** A mission's facts, with its obligations brought up to date first. @throws `store_down` where the server has no door */
export async function currentFacts(ctx: Context, mission: MissionContext): Promise<FactsOfMission> {
	const { door } = ctx.backend;
	if (!door) throw new DomainError('store_down');
	await ensurePlanned(ctx, mission.id);
	return missionFacts(door, mission.id);
}

const problem = (message: string, path = ''): Problem => ({ line: 1, column: 1, path, message });

/** Compares another text of the contract with the mission as it is; a plan that does not hold is a problem, not a fault. */
export function compared(
	{ facts, stored, calendarChanges }: FactsOfMission,
	written: Contract
): Comparison | { problems: Problem[] } {
	// Both are looked at on the mission's own calendar; neither text holds it.
	const contract = onOwnCalendar(written, calendarChanges);
	try {
		const comparison = compareContracts(facts, stored, contract);
		const { phases } = planOf(contract, comparison.anchors, calendarIn(contract));
		const crossed = phases.filter((one) => one.startsOn && one.endsOn && one.endsOn < one.startsOn);
		if (crossed.length === 0) return comparison;
		return {
			problems: crossed.map((one) =>
				problem(
					`${one.title} finirait le ${one.endsOn}, avant son début le ${one.startsOn} : changez aussi l’un des deux.`,
					one.code
				)
			)
		};
	} catch (error) {
		if (error instanceof RuleError || error instanceof DayError)
			return { problems: [problem(error.message)] };
		throw error;
	}
}

/**
 * What a change would do, before anything is kept. For the project manager.
 * @returns each fault of the new text with its place, or the comparison
 * @throws `not_allowed`; `choice_missing` for a change of something that is not in the contract; `nothing_changes`
 */
export async function proposeAmendment(
	ctx: Context,
	mission: MissionContext,
	means: Means,
	act: Pick<Act, 'actKind' | 'actNumber' | 'actOn'>
): Promise<Proposal | { ok: false; problems: Problem[] }> {
	if (!mission.roles.includes('client_manager')) throw new DomainError('not_allowed');
	const now = await currentFacts(ctx, mission);
	const { anchors } = now.facts;
	if ('changes' in means && means.changes.length === 0)
		throw new DomainError('nothing_changes', { field: 'changes' });
	const text =
		'text' in means
			? means.text
			: contractText(applyChanges(now.written, anchors, means.changes, actLabel(act)));
	if (Buffer.byteLength(text) > maxUpload) throw new DomainError('file_too_big', { field: 'file' });
	const read = readContract(text);
	if (!read.ok) return read;
	const { contract, locate } = read;
	if (contract.slug !== mission.slug) {
		const message = `Ce fichier décrit une autre mission (« ${contract.slug} ») : écrivez « slug: ${mission.slug} », ou choisissez un autre fichier.`;
		return { ok: false, problems: [{ ...locate(['slug']), path: 'slug', message }] };
	}
	const held = unstorable(contract, locate);
	if (held.length > 0) return { ok: false, problems: held };
	const comparison = compared(now, contract);
	if ('problems' in comparison) return { ok: false, problems: comparison.problems };
	if (comparison.amended.parts.length === 0) throw new DomainError('nothing_changes', { field: 'changes' });
	const sha256 = createHash('sha256').update(text).digest('hex');
	const told = toldToAll(comparison.amended, now.facts.world);
	return { ok: true, ...comparison, told, contract, text, sha256, stamp: now.stamp };
}
