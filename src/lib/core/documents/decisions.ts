import { z } from 'zod';
import { build } from './build.ts';
import { optional, parties, required, rows } from './fields.ts';

/** The short paper of a meeting: what was decided and who does what, by their stable numbers. */
export const decisionsModel = z.strictObject({
	...parties,
	meeting: z.strictObject({
		body: required,
		number: required,
		subject: optional,
		date: required,
		place: optional,
		chair: optional,
		secretary: optional,
		reference: required,
		version: required,
		state: required,
		quorum: optional
	}),
	decisions: rows({
		number: required,
		wording: required,
		taken: optional,
		deliverable: optional,
		effect: optional
	}),
	reserves: rows({ number: required, wording: required, deliverable: optional }),
	actions: rows({ number: required, action: required, owner: optional, due: optional, standing: optional }),
	nextMeeting: required,
	approval: required
});

export type DecisionsInput = z.input<typeof decisionsModel>;
export type DecisionsModel = z.output<typeof decisionsModel>;

/**
 * Makes the view model of the record of decisions; dates arrive formatted for the reader.
 * @throws DocumentError naming each missing or unknown field
 */
export function buildDecisions(input: DecisionsInput): DecisionsModel {
	return build(decisionsModel, input);
}
