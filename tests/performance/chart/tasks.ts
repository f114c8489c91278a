import { addDays } from '#core/calendar/days.ts';
import type { Link, LinkType } from '#core/schedule/network/types.ts';
import type { ScheduleItem } from '#core/schedule/types.ts';

const TYPES: LinkType[] = ['FS', 'FS', 'FS', 'FS', 'SS', 'FF', 'SF'];

/** The same numbers at every run: a schedule must not depend on luck. */
function chance(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
		return state / 4_294_967_296;
	};
}

/** A schedule of this many lines over two years: a phase for each 25, tasks, some milestones, and about 1.6 links a line. */
export function schedule(count: number): { rows: ScheduleItem[]; links: Link[] } {
	const next = chance(count);
	const rows: ScheduleItem[] = [];
	const links: Link[] = [];
	let phase = '';
	for (let at = 0; at < count; at += 1) {
		const first = at % 25 === 0;
		const starts = Math.floor((at / count) * 600 + next() * 60);
		const length = first ? 90 : 2 + Math.floor(next() * 25);
		const kind = first ? 'phase' : at % 9 === 0 ? 'milestone' : 'task';
		if (first) phase = `p${at}`;
		const startsOn = addDays('2025-01-06', starts);
		rows.push({
			id: first ? phase : `t${at}`,
			kind,
			code: first ? null : `T-${at}`,
			title: first ? `Phase ${at / 25 + 1} : diagnostic` : `Entretiens avec les services, lot ${at}`,
			phaseId: first ? null : phase,
			startsOn,
			endsOn: kind === 'milestone' ? startsOn : addDays(startsOn, length),
			progress: kind === 'milestone' ? 0 : Math.floor(next() * 10) * 10,
			fixedByContract: kind === 'milestone' && next() > 0.7,
			limitOn: null,
			doneOn: null,
			clause: null,
			dependsOn: [],
			assignee: null,
			version: 1
		} as unknown as ScheduleItem);
		for (let link = 0; link < 2 && !first && at > 3 && next() > 0.2; link += 1) {
			const from = rows[Math.max(0, at - 1 - Math.floor(next() * (link === 0 ? 4 : 60)))];
			if (!from || from.kind === 'phase') continue;
			const type = TYPES[Math.floor(next() * TYPES.length)] as LinkType;
			const lag = next() > 0.8 ? 2 : 0;
			links.push({
				id: `l${links.length}`,
				from: from.id,
				to: `t${at}`,
				type,
				lag,
				lagUnit: 'working'
			});
		}
	}
	return { rows, links };
}
