import { z } from 'zod';
import { build } from './build.ts';
import { optional, or, paragraphs, parties, required, rows } from './fields.ts';

const recipients = rows({ name: required, organisation: optional, email: optional, medium: optional });

/** The deliverable's shell: cover, control table, history, distribution, and one section per point of the contract. */
export const shellModel = z.strictObject({
	...parties,
	deliverable: z.strictObject({ code: required, title: required, phase: optional }),
	control: z.strictObject({
		reference: required,
		version: required,
		state: required,
		date: required,
		author: optional,
		checker: optional,
		approver: optional
	}),
	confidentiality: required,
	history: rows({ edition: required, day: required, writer: optional, changes: optional, pages: optional }),
	forAction: recipients,
	forInformation: recipients,
	summary: paragraphs,
	/** One per heading the contract asks for; `clause` says where it asks. */
	sections: rows({ heading: required, clause: or('clause non précisée'), expected: paragraphs }),
	observations: rows({
		number: required,
		place: optional,
		remark: required,
		by: optional,
		answer: optional,
		outcome: optional
	})
});

export type ShellInput = z.input<typeof shellModel>;
export type ShellModel = z.output<typeof shellModel>;

/**
 * Makes the shell's view model; dates arrive formatted for the reader.
 * @throws DocumentError naming each missing or unknown field
 */
export function buildShell(input: ShellInput): ShellModel {
	return build(shellModel, input);
}
