/** What a form gets back when its act was refused. */
export interface Refusal {
	ok: false;
	code: string;
	message: string | null;
	errors: Record<string, string>;
	values: Record<string, string>;
}
