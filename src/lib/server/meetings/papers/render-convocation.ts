import { buildConvocation } from '#core/documents/convocation.ts';
import { convocationDocument, type ConvocationFacts } from '#core/meetings/documents/convocation.ts';
import { meetingNumber } from '#core/meetings/numbers.ts';
import { isNotCancelled } from '#core/meetings/states.ts';
import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';
import { loadTemplate } from '#server/documents/load-template.ts';
import { renderDocument } from '#server/documents/render.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { paperFacts, paperName, type PaperVerb } from './paper.ts';

/** Who takes the answers to a convocation: the client's project managers of today. */
async function contactsOf(
	{ client }: Context,
	{ id, today }: MissionContext
): Promise<ConvocationFacts['contacts']> {
	const rows = unwrap(
		await client
			.from('memberships')
			.select('ends_on, people!memberships_person_id_fkey (full_name, email)')
			.eq('mission_id', id)
			.eq('role', 'client_manager')
			.lte('starts_on', today)
	);
	return rows
		.filter((row) => !row.ends_on || today < row.ends_on)
		.flatMap(({ people }) => (people ? [{ name: people.full_name, email: people.email }] : []));
}

/**
 * The convocation of a meeting as a Word file: as a draft says so before it is convened, and later as a record.
 * @throws `not_found`; `not_from_here` once cancelled; DocumentError when the template is at fault
 */
export const renderConvocation: PaperVerb = async (ctx, mission, code, asked) => {
	const [facts, contacts] = await Promise.all([
		paperFacts(ctx, mission, code, asked, isNotCancelled),
		contactsOf(ctx, mission)
	]);
	const { meeting } = facts;
	const model = buildConvocation(convocationDocument({ ...facts, contacts }));
	const bytes = renderDocument(loadTemplate('convocation', ctx.settings.templatesDir), model, {
		templateName: 'convocation',
		title: `${meetingNumber(meeting.body, meeting.code)}, convocation`,
		creator: facts.client
	});
	return { bytes, name: paperName(mission, meeting, 'Convocation') };
};
