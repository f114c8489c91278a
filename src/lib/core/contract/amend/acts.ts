import { z } from 'zod';
import { isDay } from '../../calendar/days.ts';

/**
 * What a change of a contract rests on. An amendment (avenant) is signed by both parties; a service order (ordre de
 * service) and a decision are the client's. A fact (constat) changes nothing: it gives its day to an event the
 * contract left open.
 */
export const actKinds = ['amendment', 'service_order', 'decision', 'fact'] as const;
export type ActKind = (typeof actKinds)[number];

const line = (longest: number) => z.string().trim().max(longest, 'too_long').default('');

/** The act, as its form gives it. */
export const actInput = z
	.object({
		actKind: z.enum(actKinds, 'choice_missing'),
		actNumber: line(100).refine((one) => one !== '', 'act_number_missing'),
		actOn: z.string().refine(isDay, 'date_out_of_range'),
		signedBy: line(200).refine((one) => one !== '', 'field_missing'),
		contractorSignedBy: line(200),
		purpose: line(2000).refine((one) => one !== '', 'field_missing')
	})
	.refine((act) => act.actKind !== 'amendment' || act.contractorSignedBy !== '', {
		path: ['contractorSignedBy'],
		error: 'field_missing'
	});
export type Act = z.output<typeof actInput>;

const words: Record<ActKind, string> = {
	amendment: 'Avenant',
	service_order: 'Ordre de service',
	decision: 'Décision',
	fact: 'Constat'
};

/** « Avenant n° 2 du 2020-01-03 »: how the text of the contract refers to what changed it. */
export const actLabel = (act: Pick<Act, 'actKind' | 'actNumber' | 'actOn'>): string =>
	`${words[act.actKind]} n°\u00a0${act.actNumber} du ${act.actOn}`;
