import type { Outlook } from '#core/creation/outlook.ts';

/** One thing to mend in a contract file, as the reader of the file says it. */
export interface Problem {
	line: number;
	column: number;
	path: string;
	message: string;
}

export interface Preview {
	outlook: Outlook;
	/** What the file leaves to be joined. */
	notes: string[];
	/** The short name it would have, and the first one that is free after it. */
	slug: string;
	free: string;
}

/** What this page's forms answer, done or refused alike. */
export interface CreationAnswer {
	ok: boolean;
	code?: string;
	message: string | null;
	errors: Record<string, string>;
	values: Record<string, string>;
	text: string | null;
	preview: Preview | null;
	problems: Problem[];
	/** A free short name, when the wanted one is taken. */
	free: string | null;
	created: { slug: string; title: string; email: string } | null;
}

/** The page's `form`, whatever stands in it. */
export function readAnswer(form: unknown): CreationAnswer | null {
	if (typeof form !== 'object' || form === null) return null;
	const given = form as Record<string, unknown>;
	const detail = (given.detail ?? {}) as Record<string, unknown>;
	const values = (given.values ?? {}) as Record<string, string>;
	return {
		ok: given.ok === true,
		code: given.code as string | undefined,
		message: (given.message as string | null | undefined) ?? null,
		errors: (given.errors as Record<string, string> | undefined) ?? {},
		values,
		text: ((given.text ?? detail.text ?? values.text) as string | undefined) ?? null,
		preview: ((given.preview ?? detail.preview) as Preview | undefined) ?? null,
		problems: (detail.problems as Problem[] | undefined) ?? [],
		free: (detail.free as string | undefined) ?? null,
		created: (given.created as CreationAnswer['created'] | undefined) ?? null
	};
}
