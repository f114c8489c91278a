import { z } from 'zod';
import { build } from '../build.ts';
import { once, optional, parties, required, rows } from '../fields.ts';
import { axisWeather, weather } from '../weather.ts';

/** Rows of a table that may go over several slides; `part` is « 2 / 3 » then, and nothing on a single one. */
function table<Shape extends z.ZodRawShape>(shape: Shape) {
	return z
		.strictObject({ lines: rows(shape), part: z.array(z.string()).default([]) })
		.prefault({} as never);
}

/** The slides a committee looks at: where the mission is, what is asked of it, what comes. */
export const deckModel = z.strictObject({
	...parties,
	/** A cover has no room for saying that a number is not known. */
	contract: z.strictObject({ title: required, number: once }),
	meeting: z.strictObject({
		body: required,
		number: required,
		subject: optional,
		date: required,
		time: optional,
		place: optional
	}),
	/** « Situation au lundi 2 décembre 2019 ». */
	asOf: required,
	agenda: table({ rank: required, topic: required, purpose: optional }),
	weather,
	/** Which report the weather is from. */
	weatherFrom: required,
	axes: z.array(axisWeather).default([]),
	progress: rows({ label: required, value: required }),
	/** The picture of the schedule is drawn on its slide; the template says where it stands and which part it is. */
	gantt: z.strictObject({ part: z.array(z.string()).default([]) }).prefault({}),
	schedule: table({ line: required, planned: required, reached: required, standing: required }),
	deliverables: table({ code: required, title: required, due: optional, standing: required }),
	/** A sentence counting those that are not shown. */
	otherDeliverables: z.array(z.string()).default([]),
	obligations: table({ duty: required, owner: optional, due: optional, standing: required }),
	indicators: table({ indicator: required, target: required, value: optional, verdict: required }),
	risks: table({
		risk: required,
		probability: optional,
		impact: optional,
		response: optional,
		owner: optional
	}),
	decisions: table({ number: required, wording: required, kind: required }),
	actions: table({ code: required, action: required, owner: optional, due: optional, standing: required }),
	dates: table({ day: required, event: required, nature: required })
});

export type DeckInput = z.input<typeof deckModel>;
export type DeckModel = z.output<typeof deckModel>;

/**
 * Makes the slides' view model; dates arrive formatted for the reader.
 * @throws DocumentError naming each missing or unknown field
 */
export function buildDeck(input: DeckInput): DeckModel {
	return build(deckModel, input);
}
