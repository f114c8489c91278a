import type { Day } from '#core/calendar/days.ts';
import { DomainError } from '#core/errors.ts';
import type { MovePreview } from '#core/obligations/follow/preview.ts';
import { limitsCrossed } from '#core/obligations/follow/limits.ts';
import { rework } from '#core/obligations/follow/rework.ts';
import type { Context } from '#server/context.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { missionFacts } from './mission-facts.ts';
import { ensurePlanned } from './replan.ts';

/**
 * What another day of a meeting would move, without saving anything. What was sent stays as it is.
 * @throws `not_allowed` for anybody but the project manager; `not_found`
 */
export async function previewMove(
	ctx: Context,
	mission: MissionContext,
	code: string,
	to: Day
): Promise<MovePreview> {
	if (!mission.roles.includes('client_manager')) throw new DomainError('not_allowed');
	const { door } = ctx.backend;
	if (!door) return { to, moved: [], kept: [] };
	await ensurePlanned(ctx, mission.id);
	const { facts, stored } = await missionFacts(door, mission.id);
	const meeting = facts.world.meetings.find((one) => one.code === code);
	if (!meeting) throw new DomainError('not_found', { code });
	const meetings = facts.world.meetings.map((one) => (one.code === code ? { ...one, day: to } : one));
	const { changes, planned } = rework({ ...facts, world: { ...facts.world, meetings } }, stored);
	const titles = new Map(planned.map((one) => [one.key, one.duty]));
	const about = (key: string) => ({
		key,
		code: titles.get(key)?.code ?? key,
		title: titles.get(key)?.title ?? key
	});
	return {
		to,
		crossed: limitsCrossed(facts.contract, facts.world.milestones, {
			committee: meeting.committee,
			from: meeting.day,
			to
		}),
		moved: changes.moved.map(({ before, after }) => ({
			...about(after.key),
			from: before.due,
			to: after.due
		})),
		kept: changes.kept
			.filter(({ after }) => after !== null)
			.map(({ before }) => ({ ...about(before.key), due: before.due }))
	};
}
