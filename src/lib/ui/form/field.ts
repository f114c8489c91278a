/** What every field of a form takes, beside its own. */
export interface FieldProps {
	/** Name sent with the form; gives the id `f-name`, to which the error summary links. */
	name: string;
	/** Only where a name appears twice on a page. */
	id?: string;
	label: string;
	/** Read by screen readers only: for a filter whose sense the page shows. */
	hideLabel?: boolean;
	/** What to write, in which form. Stays visible, unlike a placeholder. */
	hint?: string;
	/** Why it is refused and what to write instead; the first of several is shown. */
	error?: string | string[] | null;
	required?: boolean;
	/** Width and place among its neighbours. */
	class?: string;
}

/** The id of the field called `name`. */
export function fieldId(name: string): string {
	return `f-${name}`;
}

/** The one sentence to show out of what a schema or a verb returned. */
export function firstError(error: FieldProps['error']): string | undefined {
	return (Array.isArray(error) ? error[0] : error) || undefined;
}

/** The attributes that tie a control to its hint and its error. */
export function described(id: string, hint: string | undefined, error: FieldProps['error']) {
	const ids = [hint && `${id}-hint`, firstError(error) && `${id}-error`].filter(Boolean);
	return {
		'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
		'aria-invalid': firstError(error) ? ('true' as const) : undefined
	};
}
