import { z } from 'zod';
import { build } from './build.ts';
import { once, optional, paragraphs, parties, required, rows } from './fields.ts';

/** What a meeting is convened with: when, where, what about, who, which papers, how to answer. */
export const convocationModel = z.strictObject({
	...parties,
	meeting: z.strictObject({
		/** The body in full: « Comité de pilotage ». */
		body: required,
		/** « COPIL n° 2 ». */
		number: required,
		subject: optional,
		date: required,
		time: optional,
		place: optional,
		chair: optional,
		reference: required,
		/** « Convocation », or that it is still a draft, or that it was called off. */
		state: required
	}),
	/** One sentence: who is asked to which meeting, when. */
	invitation: required,
	agenda: rows({
		rank: required,
		topic: required,
		purpose: optional,
		/** « 10 h 20 – 10 h 40 », or how long it takes. */
		slot: optional,
		presenter: optional,
		/** « Documents : E-L11, V1.0. » */
		refs: once
	}),
	/** How long it all takes, when items say so. */
	planned: once,
	/** A sentence on what is decided, when something is. */
	asked: paragraphs,
	people: rows({ name: required, organisation: optional, function: optional }),
	/** What the contract asks to be sent before the meeting. */
	papers: rows({ title: required, due: optional, clause: optional }),
	/** How to answer, a paragraph each. */
	reply: paragraphs
});

export type ConvocationInput = z.input<typeof convocationModel>;
export type ConvocationModel = z.output<typeof convocationModel>;

/**
 * Makes the convocation's view model; dates arrive formatted for the reader.
 * @throws DocumentError naming each missing or unknown field
 */
export function buildConvocation(input: ConvocationInput): ConvocationModel {
	return build(convocationModel, input);
}
