import { createHash } from 'node:crypto';
import type { Day } from '#core/calendar/days.ts';
import type { Contract } from '#core/contract/schema.ts';
import { contentOf, type PartyNames } from '#core/creation/content.ts';
import { DomainError } from '#core/errors.ts';
import type { ServerDoor } from '#server/backend/index.ts';
import { replanMission } from '#server/obligations/replan.ts';

export interface ImportOptions {
	/** Days of the contract's anchors that its file leaves open. */
	anchors: Record<string, Day>;
	/** A demonstration plays on its own day. */
	demo?: { playsOn: Day };
	/** Names for parties the document does not name, by their key. */
	parties?: PartyNames;
}

/**
 * Makes a mission of a contract file: its days are computed here, then everything is stored in one transaction. What
 * the contract does not date is kept without a day, to be set.
 * @param text the file as it was read: its hash is recorded
 * @returns the mission's id
 * @throws `mission_exists`; `date_out_of_range` when the first phase has no start: nothing could be placed then
 */
export async function importMission(
	door: ServerDoor,
	contract: Contract,
	text: string,
	options: ImportOptions
): Promise<string> {
	const content = contentOf(contract, options.anchors, options.parties);
	if (!content.phases[0]?.starts_on) {
		const undated = content.phases.filter((p) => !p.starts_on);
		throw new DomainError('date_out_of_range', { phases: undated.map((p) => p.code) });
	}
	const id = await door.importMission({
		...content,
		is_demo: options.demo !== undefined,
		plays_on: options.demo?.playsOn ?? null,
		contract_sha256: createHash('sha256').update(text).digest('hex')
	});
	await replanMission(door, id);
	return id;
}
