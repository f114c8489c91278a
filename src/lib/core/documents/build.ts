import type { z } from 'zod';
import { DocumentError, documentProblem } from './problems.ts';

/**
 * Turns facts into a view model, or refuses with one problem per faulty field.
 * Shared by the builders of each template.
 * @throws DocumentError whose `tag` is the dotted path of the field (`decisions.0.wording`)
 */
export function build<Schema extends z.ZodType>(schema: Schema, input: z.input<Schema>): z.output<Schema> {
	const parsed = schema.safeParse(input);
	if (parsed.success) return parsed.data;
	throw new DocumentError(
		parsed.error.issues.map((issue) => {
			const unknown = issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys] : null;
			const tag = (unknown ?? issue.path).join('.');
			return documentProblem(
				tag,
				unknown ? 'unknown' : issue.code === 'too_small' ? 'empty' : 'missing'
			);
		})
	);
}
