import { isDay, type Day } from '#core/calendar/days.ts';
import { isMoment, type Moment } from '#core/calendar/rules/moment.ts';
import { namesCommittee } from '#core/contract/committees.ts';
import type { Contract } from '#core/contract/schema.ts';
import type { Happening } from '#core/obligations/dating/occurrence.ts';
import type { MeetingDay } from '#core/obligations/occurrences.ts';

/** The events of a command line, sorted by what the contract makes of them. */
export type Given = {
	events: Record<string, Day>;
	meetings: MeetingDay[];
	happenings: Record<string, Happening[]>;
};

type Problem = { path: string; message: string };
type Read = { name: string; value: Moment };

/** Reads `NAME=DAY` pairs against a contract: every fault is told, with what could have been written instead. */
export function readEvents(
	contract: Contract,
	pairs: readonly string[]
): { given: Given; problems: Problem[] } {
	const problems: Problem[] = [];
	const given: Given = { events: {}, meetings: [], happenings: {} };
	const repeatable = new Set(contract.events.map((one) => one.name));
	const singles = singleEvents(contract);
	const meetings: Read[] = [];
	for (const pair of pairs) {
		const at = pair.indexOf('=');
		const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
		const fault = (message: string) => problems.push({ path: `--event ${pair}`, message });
		const many = repeatable.has(name);
		if (many ? !isMoment(value) : !isDay(value))
			fault(`« ${value} » n’est pas une date réelle : écrivez AAAA-MM-JJ, par exemple 2019-10-29.`);
		else if (many) (given.happenings[name] ??= []).push({ code: '', at: value });
		else if (name.startsWith('meeting:')) meetings.push({ name, value });
		else if (!singles.has(name)) {
			const known = [...contract.anchors, ...contract.events].map((one) => one.name).join(', ');
			fault(
				`« ${name} » n’est pas un évènement de ce contrat : citez ${known}, un jalon, meeting:comité ou submitted:livrable.`
			);
		} else if (given.events[name] !== undefined)
			fault(`« ${name} » est donné deux fois : gardez une date.`);
		else given.events[name] = value;
	}
	for (const [name, list] of Object.entries(given.happenings))
		given.happenings[name] = numbered(list, (one) => one.at).map((one, i) => ({
			...one,
			code: `${name}-${two(i)}`
		}));
	for (const { name, value } of meetings) {
		const wanted = name.slice('meeting:'.length);
		const found = contract.committees.filter((one) => wanted !== '*' && namesCommittee(wanted, one.code));
		const [committee] = found;
		if (found.length === 1 && committee)
			given.meetings.push({ committee: committee.code, day: value, code: '' });
		else {
			const known = contract.committees.map((one) => one.code).join(', ');
			problems.push({
				path: `--event ${name}=${value}`,
				message: `« ${wanted} » ne désigne pas un seul comité de ce contrat : citez ${known}.`
			});
		}
	}
	given.meetings = contract.committees.flatMap(({ code }) =>
		numbered(
			given.meetings.filter((one) => one.committee === code),
			(one) => one.day
		).map((one, i) => ({ ...one, code: `${code}-${two(i)}` }))
	);
	return { given, problems };
}

/** In order of time, whatever the order they were given in. */
function numbered<T>(list: readonly T[], at: (one: T) => string): T[] {
	return list.toSorted((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0));
}

/** `01`, as meetings are numbered in a mission. */
function two(index: number): string {
	return String(index + 1).padStart(2, '0');
}

function singleEvents(contract: Contract): Set<string> {
	return new Set([
		...contract.anchors.map((one) => one.name),
		...contract.milestones.map((one) => one.code),
		...contract.phases.flatMap(({ code }) => [`start:${code}`, `end:${code}`]),
		...contract.deliverables.flatMap(({ code }) => [
			`submitted:${code}`,
			`decided:${code}`,
			`notified:${code}`
		])
	]);
}
