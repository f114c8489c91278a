/** What a form of the page answered when it was refused: the sentence, the fields at fault, what was typed. */
export interface RefusedForm {
	message: string | null;
	errors: Record<string, string>;
	values: Record<string, string>;
}
