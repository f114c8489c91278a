import { namesCommittee } from '../../contract/committees.ts';
import type { Contract } from '../../contract/schema.ts';
import type { Happening } from './occurrence.ts';
import { byMoment, type MeetingDay } from '../occurrences.ts';

/** What happened, looked up by event name: each name is gathered and sorted once, however many duties ask for it. */
export type HappeningsIndex = {
	/** The happenings of an event that comes many times, in order; null when it comes once. */
	get(event: string): readonly Happening[] | null;
	/** The same as text, to see whether it changed. */
	signature(event: string): string | null;
};

/** Meetings of committees (`meeting:copil`, `meeting:*`) and the events a contract lists as coming many times. */
export function happeningsIndex(
	contract: Contract,
	meetings: readonly MeetingDay[],
	happenings: Readonly<Record<string, readonly Happening[]>>
): HappeningsIndex {
	const repeatable = new Set(contract.events.map((one) => one.name));
	const byCommittee = new Map<string, Happening[]>();
	for (const { committee, code, day } of meetings) {
		const list = byCommittee.get(committee);
		if (list) list.push({ code, at: day });
		else byCommittee.set(committee, [{ code, at: day }]);
	}
	const known = new Map<string, readonly Happening[] | null>();
	const texts = new Map<string, string>();

	function gather(event: string): readonly Happening[] | null {
		if (!event.startsWith('meeting:'))
			return repeatable.has(event) ? (happenings[event] ?? []).toSorted(byMoment) : null;
		const wanted = event.slice('meeting:'.length);
		const found: Happening[] = [];
		for (const [committee, list] of byCommittee)
			if (namesCommittee(wanted, committee)) found.push(...list);
		return found.sort(byMoment);
	}

	function get(event: string): readonly Happening[] | null {
		const cached = known.get(event);
		if (cached !== undefined) return cached;
		const found = gather(event);
		known.set(event, found);
		return found;
	}

	function signature(event: string): string | null {
		const cached = texts.get(event);
		if (cached !== undefined) return cached;
		const list = get(event);
		if (list === null) return null;
		const text = list.map(({ code, at }) => `${code}@${at}`).join(',');
		texts.set(event, text);
		return text;
	}
	return { get, signature };
}
