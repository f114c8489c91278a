/** What a refused form of this page gives back; `values.act` tells which one it was. */
export interface FormState {
	ok?: boolean;
	act?: unknown;
	code?: string;
	message?: string | null;
	errors?: Record<string, string>;
	values?: Record<string, string>;
	detail?: Record<string, unknown>;
}

/** The refusal of one of the page's forms, or null when another one answered. */
export function refusalOf(form: FormState | null | undefined, act: string): FormState | null {
	return form && !form.ok && form.values?.act === act ? form : null;
}
