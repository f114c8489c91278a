import type { CalendarData, Choices } from '#core/meetings/view.ts';
import type { Context } from '#server/context.ts';
import { versionLabel } from '#server/db/meetings.ts';
import { unwrap } from '#server/db/unwrap.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { missionContract } from '#server/reports/due-reports.ts';
import { calendarData } from './papers-of.ts';

/** What the forms of a meeting choose from: the mission's people today, and the versions handed in. */
export async function readChoices(
	ctx: Context,
	mission: MissionContext
): Promise<Choices & { calendar: CalendarData }> {
	const { client } = ctx;
	const { id, today } = mission;
	const [contract, memberRows, versionRows] = await Promise.all([
		missionContract(ctx, mission),
		client
			.from('memberships')
			.select(
				'person_id, function_title, ends_on, people!memberships_person_id_fkey (full_name), organisations (short_name)'
			)
			.eq('mission_id', id)
			.lte('starts_on', today),
		client
			.from('versions')
			.select('id, number, submitted_at, deliverables (code)')
			.eq('mission_id', id)
			.order('submitted_at')
	]);
	const people = new Map<string, Choices['people'][number]>();
	for (const m of unwrap(memberRows)) {
		if (m.ends_on && m.ends_on <= today) continue;
		people.set(m.person_id, {
			id: m.person_id,
			name: m.people?.full_name ?? '—',
			organisation: m.organisations?.short_name ?? '',
			functionTitle: m.function_title ?? ''
		});
	}
	return {
		people: [...people.values()].sort((a, b) => a.name.localeCompare(b.name, 'fr')),
		versions: unwrap(versionRows).map((v) => ({ id: v.id, label: versionLabel(v) })),
		calendar: calendarData(contract)
	};
}
