import { z } from 'zod';
import { build } from '../build.ts';
import { amount, optional, parties, required, rows } from '../fields.ts';

/** The answer sheet: what was asked about a deliverable, what the contractor answered, and what became of it. */
export const answersModel = z.strictObject({
	...parties,
	deliverable: z.strictObject({ code: required, title: required, phase: optional }),
	sheet: z.strictObject({ reference: required, version: required, date: required, state: required }),
	editions: rows({ number: required, day: required, writer: optional, standing: required }),
	totals: rows({ severity: required, all: amount, lifted: amount, left: amount }),
	observations: rows({
		number: required,
		severity: required,
		place: optional,
		remark: required,
		by: required,
		outcome: optional,
		answer: optional,
		standing: required
	})
});

export type AnswersInput = z.input<typeof answersModel>;

/**
 * Makes the answer sheet's view model; dates arrive formatted for the reader.
 * @throws DocumentError naming each missing or unknown field
 */
export const buildAnswers = (input: AnswersInput) => build(answersModel, input);
