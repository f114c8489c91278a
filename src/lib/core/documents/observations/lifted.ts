import { z } from 'zod';
import { build } from '../build.ts';
import { optional, parties, required, rows } from '../fields.ts';

/** The record of lifted reserves: which, in which version they were checked, by whom, and which still stand. */
export const liftedModel = z.strictObject({
	...parties,
	deliverable: z.strictObject({ code: required, title: required, phase: optional }),
	record: z.strictObject({ reference: required, version: required, date: required, finding: required }),
	lifted: rows({
		number: required,
		severity: required,
		remark: required,
		made: required,
		checked: required,
		words: optional
	}),
	standing: rows({
		number: required,
		severity: required,
		remark: required,
		made: required,
		state: required
	}),
	signatories: rows({ name: required, capacity: required })
});

export type LiftedInput = z.input<typeof liftedModel>;

/**
 * Makes the record's view model; dates arrive formatted for the reader.
 * @throws DocumentError naming each missing or unknown field
 */
export const buildLifted = (input: LiftedInput) => build(liftedModel, input);
