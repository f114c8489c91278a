import { arrangeTeam, type Team } from '#core/team/arrange.ts';
import type { Context } from '#server/context.ts';
import { teamRows } from '#server/db/team.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';

/** The team of a mission on its own day, as the person may read it. */
export async function readTeam(
	{ client }: Pick<Context, 'client'>,
	mission: Pick<MissionContext, 'id' | 'today'>
): Promise<Team> {
	return arrangeTeam(await teamRows(client, mission.id), mission.today, new Date().toISOString());
}
