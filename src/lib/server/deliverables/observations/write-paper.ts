import { stateKey } from '#core/deliverables/labels.ts';
import {
	answersDocument,
	liftedDocument,
	liftedReserves,
	type PaperFacts
} from '#core/deliverables/observations/papers.ts';
import { fileName } from '#core/documents/file-name.ts';
import { buildAnswers } from '#core/documents/observations/answers.ts';
import { buildLifted } from '#core/documents/observations/lifted.ts';
import { DomainError } from '#core/errors.ts';
import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';
import { loadTemplate } from '#server/documents/load-template.ts';
import { renderDocument } from '#server/documents/render.ts';
import { readMission } from '#server/missions/read-mission.ts';
import * as messages from '../../../i18n/paraglide/messages/_index.js';
import { readDeliverable } from '../read-deliverable.ts';
import { readObservations } from './read-observations.ts';

const papers = {
	answers: {
		title: 'Fiche de réponses',
		build: (facts: PaperFacts) => buildAnswers(answersDocument(facts))
	},
	lifted: {
		title: 'PV de levée de réserves',
		build: (facts: PaperFacts) => buildLifted(liftedDocument(facts))
	}
} as const;

type Sentence = (inputs: object, options: { locale: 'fr' }) => string;
const catalogue = messages as unknown as Record<string, Sentence | undefined>;

/**
 * The answer sheet of a deliverable, or the record of its lifted reserves, as a Word file.
 * @throws `not_found`; `nothing_to_print` when nothing was asked, or no reserve lifted; DocumentError when the template is at fault
 */
export async function writePaper(
	ctx: Context,
	slug: string,
	code: string,
	paper: keyof typeof papers
): Promise<{ name: string; bytes: Uint8Array }> {
	const mission = await readMission(ctx, slug);
	const [deliverable, observations, sides] = await Promise.all([
		readDeliverable(ctx, slug, code),
		readObservations(ctx, slug, code),
		ctx.client
			.from('organisations')
			.select('name, side')
			.eq('mission_id', mission.id)
			.order('key')
			.then(unwrap)
	]);
	const some = paper === 'lifted' ? liftedReserves(observations) : observations;
	if (some.length === 0) throw new DomainError('nothing_to_print');
	const party = (wanted: string) => sides.find((o) => o.side === wanted)?.name ?? '—';
	const { title, build } = papers[paper];
	const model = build({
		contract: { title: mission.title, number: mission.reference },
		client: party('client'),
		contractor: party('contractor'),
		deliverable,
		observations,
		today: mission.today,
		// The document speaks French, in the contract's own vocabulary.
		stateOf(number) {
			const state = deliverable.versions.find((v) => v.number === number)?.state ?? null;
			const key = stateKey(state, mission.regime);
			return catalogue[key]?.({}, { locale: 'fr' }) ?? key;
		}
	});
	const bytes = renderDocument(loadTemplate(paper, ctx.settings.templatesDir), model, {
		templateName: paper,
		title: `${code} · ${title}`,
		creator: party(paper === 'lifted' ? 'client' : 'contractor'),
		language: 'fr-FR'
	});
	const version = deliverable.versions[0]?.number;
	return { bytes, name: fileName({ contract: mission.prefix, code, title, version, day: mission.today }) };
}
