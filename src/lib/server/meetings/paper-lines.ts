import type { Line } from '#core/obligations/follow/line.ts';
import type { MeetingView } from '#core/meetings/view.ts';
import type { Context } from '#server/context.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { readObligations } from '#server/obligations/read-obligations.ts';

/** How one paper of a meeting stands as an obligation: sent, to come, late. */
export type PaperLine = Pick<Line, 'key' | 'standing' | 'proof'>;

/**
 * The papers of a meeting that the contract dates, as its obligations tell them: by their code. What is not planned
 * yet is not there.
 */
export async function paperLines(
	ctx: Context,
	mission: MissionContext,
	{ code, papers }: Pick<MeetingView, 'code' | 'papers'>
): Promise<Record<string, PaperLine>> {
	const asked = [...papers.before, ...papers.after].flatMap((paper) =>
		paper.obligation && paper.due ? [paper.obligation] : []
	);
	const found = await Promise.all(
		[...new Set(asked)].map(async (duty) => {
			const { lines } = await readObligations(ctx, mission, 'fr', { key: `${duty}/${code}` });
			return lines.map(({ key, standing, proof }) => [duty, { key, standing, proof }] as const);
		})
	);
	return Object.fromEntries(found.flat());
}
