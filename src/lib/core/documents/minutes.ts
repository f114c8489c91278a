import { z } from 'zod';
import { build } from './build.ts';
import { once, optional, paragraphs, parties, required, rich, rows } from './fields.ts';

const person = { name: required, organisation: optional, function: optional };

/** The minutes of one meeting of a committee. */
export const minutesModel = z.strictObject({
	...parties,
	meeting: z.strictObject({
		/** The body in full: « Comité de pilotage ». */
		body: required,
		/** Its stable number or code: « COPIL n° 2 ». */
		number: required,
		subject: optional,
		date: required,
		time: optional,
		place: optional,
		chair: optional,
		secretary: optional,
		reference: required,
		version: required,
		state: required
	}),
	present: rows(person),
	represented: rows({ ...person, proxy: required }),
	excused: rows(person),
	absent: rows(person),
	/** A sentence on the quorum, when the body has one. */
	quorum: paragraphs,
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
	items: rows({ rank: required, topic: required, discussion: rich, conclusion: once }),
	/** Items that were put off, and to where. */
	putOff: rows({ topic: required, outcome: required }),
	/** What was said beside the agenda. */
	beyond: rich,
	decisions: rows({
		number: required,
		wording: required,
		/** How it was taken: result, votes, quorum; a draft says so. */
		taken: optional,
		deliverable: optional,
		effect: optional
	}),
	actions: rows({ number: required, action: required, owner: optional, due: optional, standing: optional }),
	reserves: rows({
		number: required,
		wording: required,
		severity: optional,
		deliverable: optional,
		due: optional,
		standing: optional
	}),
	documents: rows({ code: optional, title: required, edition: optional }),
	/** A sentence: date, time and place of the next meeting, or that it is still to be set. */
	nextMeeting: required,
	/** A sentence: until when observations are taken, and what happens then. */
	approval: required,
	signatories: rows({ name: required, capacity: optional })
});

export type MinutesInput = z.input<typeof minutesModel>;
export type MinutesModel = z.output<typeof minutesModel>;

/**
 * Makes the minutes' view model; dates arrive formatted for the reader.
 * @throws DocumentError naming each missing or unknown field
 */
export function buildMinutes(input: MinutesInput): MinutesModel {
	return build(minutesModel, input);
}
