import { createHash } from 'node:crypto';
import type { MeetingView } from '#core/meetings/view.ts';
import type { Context } from '#server/context.ts';
import type { Json } from '#server/db/types.gen.ts';
import { paperFacts } from '#server/meetings/papers/paper.ts';
import { makeMinutes } from '#server/meetings/render-minutes.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';

const sha256 = (of: Uint8Array | string) => createHash('sha256').update(of).digest('hex');

/**
 * Makes the minutes as they will stand, keeps their bytes, and hands their record to the act that names them. The
 * bytes are taken back when the act is refused.
 * @param stand the meeting as it will be once the act is done
 * @throws what the act refuses; DocumentError when the template is at fault
 */
export async function withMinutes<T>(
	ctx: Context,
	mission: MissionContext,
	code: string,
	stand: (meeting: MeetingView) => MeetingView,
	act: (paper: Json, meeting: MeetingView) => Promise<T>
): Promise<T> {
	const facts = await paperFacts(ctx, mission, code, undefined, () => true);
	const file = makeMinutes(ctx, mission, { ...facts, meeting: stand(facts.meeting) });
	const key = await ctx.files.put(file.bytes);
	try {
		return await act(
			{
				key,
				name: file.name,
				size: file.bytes.byteLength,
				sha256: sha256(file.bytes),
				data: sha256(JSON.stringify(file.model)),
				template: sha256(file.template)
			},
			facts.meeting
		);
	} catch (error) {
		await ctx.files.drop(key);
		throw error;
	}
}
