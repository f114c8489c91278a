import { addDays } from '#core/calendar/days.ts';
import { formatDate } from '$lib/i18n/format.ts';
import { m } from '$lib/i18n/paraglide/messages.js';

/** « depuis le … », « à partir du … jusqu’au … ». `endsOn` is the first day the role is no longer held. */
export function periodWords(role: { startsOn: string; endsOn: string | null; state: string }): string {
	const start =
		role.state === 'coming'
			? m.team_from({ date: formatDate(role.startsOn) })
			: m.team_since({ date: formatDate(role.startsOn) });
	if (!role.endsOn) return start;
	// A role that ends on the day it began was held that day: « jusqu’au » never precedes « depuis le ».
	const last = addDays(role.endsOn, -1);
	return `${start} ${m.team_until({ date: formatDate(last < role.startsOn ? role.startsOn : last) })}`;
}
