/** What a page reads of its form's answer, done or refused alike. */
export interface Told {
	ok: boolean;
	code?: string;
	message?: string | null;
	errors?: Record<string, string>;
	values?: Record<string, string>;
	/** Where a code was sent. */
	sent?: string;
}

/** A page's `form`, read as what `act` answers: `const form = $derived(told(answer))`. */
export const told = (form: unknown): Told | null => (form ?? null) as Told | null;
