import { z } from 'zod';

/** What stands in a cell that has nothing to say: an empty cell could be an omission, a dash is an answer. */
export const DASH = '—';

/** A text the document cannot do without. */
export const required = z.string().trim().min(1);

/** A text that may be absent; `words` stand in its place then. */
export function or(words: string) {
	return z
		.string()
		.nullish()
		.transform((value) => value?.trim() || words)
		.pipe(z.string());
}

/** A text that may be absent; prints a dash then. */
export const optional = or(DASH);

/** A number of days or a count, given as a number or already formatted; French decimal comma, dash when absent. */
export const amount = z
	.union([z.number(), z.string()])
	.nullish()
	.transform((value) =>
		typeof value === 'number' ? String(value).replace('.', ',') : value?.trim() || DASH
	)
	.pipe(z.string());

/** Free text as typed in a form (paragraphs separated by line ends) or already cut into paragraphs. */
export const paragraphs = z
	.union([z.string(), z.array(z.string())])
	.nullish()
	.transform((value) => (typeof value === 'string' ? value.split(/\r\n|\r|\n/) : (value ?? [])))
	.transform((lines) => lines.map((line) => line.trim()).filter(Boolean))
	.pipe(z.array(z.string()));

/** What a rich text is once read: this very schema, so that it can be told from other texts (see `richPaths`). */
export const richText = z.string();

/**
 * Free text with its marks (`- `, `# `, `**`), kept as typed: the renderer makes paragraphs of `{@tag}`. Empty when
 * there is none.
 */
export const rich = z
	.union([z.string(), z.array(z.string())])
	.nullish()
	.transform((value) => (Array.isArray(value) ? value.join('\n') : (value ?? '')))
	.transform((text) =>
		text.trim() === '' ? '' : text.replace(/\s+$/, '').replace(/^(?:[ \t]*[\r\n])+/, '')
	)
	.pipe(richText);

/** Printed when there is one, left out when there is none: a list of at most one text. */
export const once = z
	.string()
	.nullish()
	.transform((text) => (text?.trim() ? [text.trim()] : []))
	.pipe(z.array(z.string()));

/** Rows of a table or a list; none at all is normal, and the template says so in words. */
export function rows<Shape extends z.ZodRawShape>(shape: Shape) {
	return z.array(z.strictObject(shape)).default([]);
}

/** One party of the contract as the cover names it, for instance "Maître d’ouvrage" and the Department's name. */
export const party = z.strictObject({ role: required, name: required });

/** The contract, by its title and its number as printed on the documents. */
export const contract = z.strictObject({ title: required, number: or('(numéro non précisé)') });

/** The parties every document of a mission starts with. */
export const parties = { contract, client: party, contractor: party };
