import type { CalendarChange } from '#core/calendar/calendar.ts';
import { onOwnCalendar } from '#core/calendar/mission.ts';
import type { EventDays } from '#core/contract/events.ts';
import type { Contract } from '#core/contract/schema.ts';
import { storedContract } from '#core/contract/stored.ts';
import { DomainError } from '#core/errors.ts';
import type { MissionFacts } from '#core/obligations/follow/rework.ts';
import type { StoredOccurrence, World } from '#core/obligations/follow/world.ts';
import type { ServerDoor } from '#server/backend/index.ts';

type Given = World & {
	stamp: string;
	contractSha256: string;
	contract: unknown;
	anchors: EventDays;
	planned: boolean;
	stored: StoredOccurrence[];
	calendarChanges: CalendarChange[];
};

/** What a mission's obligations are worked out from, and what its store holds of them. */
export type FactsOfMission = {
	/** Names the state of the facts: what is stored on another one is refused. */
	stamp: string;
	facts: MissionFacts;
	/** The contract as it is written, without what the mission says of its calendar. */
	written: Contract;
	calendarChanges: CalendarChange[];
	stored: StoredOccurrence[];
	/** False before the first time. */
	planned: boolean;
};

/** By mission and text: a hash that came with a text proves nothing to another mission. */
const contracts = new Map<string, Contract>();

/** Asks the server's own door, for dates are nobody's to invent. @throws `not_found` */
export async function missionFacts(door: ServerDoor, missionId: string): Promise<FactsOfMission> {
	const own = `${missionId} `;
	const known = [...contracts.keys()]
		.filter((one) => one.startsWith(own))
		.map((one) => one.slice(own.length));
	const given = (await door.obligationFacts(missionId, known)) as Given | null;
	if (!given) throw new DomainError('not_found');
	const contract = contracts.get(own + given.contractSha256) ?? storedContract(given.contract);
	if (contracts.size > 50) contracts.clear();
	contracts.set(own + given.contractSha256, contract);
	const { meetings, milestones, versions, reports, acts } = given;
	return {
		stamp: given.stamp,
		stored: given.stored,
		planned: given.planned,
		written: contract,
		calendarChanges: given.calendarChanges,
		facts: {
			contract: onOwnCalendar(contract, given.calendarChanges),
			anchors: given.anchors,
			world: { meetings, milestones, versions, reports, acts }
		}
	};
}
