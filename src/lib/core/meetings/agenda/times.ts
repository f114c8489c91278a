/** When one point of an agenda is dealt with, `10:20`; null where something before it has no duration. */
export interface Slot {
	from: string | null;
	to: string | null;
}

export interface Timetable {
	slots: Slot[];
	/** Minutes all points take together, as far as they say. */
	planned: number;
	/** Points that do not say how long they take. */
	open: number;
	/** Minutes between the beginning of the meeting and its end; null while one of them is to be set. */
	available: number | null;
}

const DAY = 24 * 60;

/** `10:20` in minutes; null when it is not said. */
export function minutesOf(time: string): number | null {
	const read = /^(\d{1,2}):(\d{2})/.exec(time);
	return read ? Number(read[1]) * 60 + Number(read[2]) : null;
}

/** Minutes as a time of day; what goes past midnight begins again at 00:00. */
export function timeAt(minutes: number): string {
	const within = ((minutes % DAY) + DAY) % DAY;
	return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
}

/** The clock times of an agenda, counted from the beginning of the meeting. Nothing is presumed of a point that says no duration. */
export function timetable(
	items: readonly { duration?: number | null }[],
	startsAt: string,
	endsAt: string
): Timetable {
	let at = minutesOf(startsAt);
	let [planned, open] = [0, 0];
	const slots = items.map(({ duration }): Slot => {
		const from = at;
		if (duration) planned += duration;
		else open += 1;
		at = from === null || !duration ? null : from + duration;
		return { from: from === null ? null : timeAt(from), to: at === null ? null : timeAt(at) };
	});
	const [first, last] = [minutesOf(startsAt), minutesOf(endsAt)];
	return { slots, planned, open, available: first === null || last === null ? null : last - first };
}
