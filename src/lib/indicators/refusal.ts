import type { GridFault } from '#core/indicators/entry/grid.ts';

/** What a form gets back when its act was refused. */
export interface Refusal {
	ok: false;
	code: string;
	message: string | null;
	errors: Record<string, string>;
	values: Record<string, string>;
	detail: Record<string, unknown>;
}

/** The refusal of one of the page's forms, told apart by its hidden `part`. */
export const refusalOf = (form: unknown, part: string): Refusal | null => {
	const given = form as Refusal | null;
	return given && !given.ok && given.values['part'] === part ? given : null;
};

/** What was wrong at each field of a table typed by hand. */
export const faultsOf = (refusal: Refusal | null): Record<string, GridFault> =>
	(refusal?.detail['faults'] as Record<string, GridFault> | undefined) ?? {};
