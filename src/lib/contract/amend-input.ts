import { z } from 'zod';
import { actInput, actKinds } from '#core/contract/amend/acts.ts';
import { changeSchema } from '#core/contract/amend/changes.ts';

const file = z
	.instanceof(File)
	.optional()
	.transform((given) => (given && given.name !== '' ? given : null));

/** The changes made by form, as the page lists them. */
const changes = z
	.string()
	.default('[]')
	.transform((text, ctx) => {
		try {
			return JSON.parse(text) as unknown;
		} catch {
			ctx.issues.push({ code: 'custom', input: text, message: 'bad_input' });
			return z.NEVER;
		}
	})
	.pipe(z.array(changeSchema).max(50, 'too_long'));

const means = {
	by: z.enum(['form', 'file']).catch('form'),
	changes,
	text: z.string().default(''),
	file,
	readNumber: z.coerce.number().int().min(1)
};

/** Looking at what a change does asks for no act yet. */
export const previewInput = z.object({
	...means,
	actKind: z.enum(actKinds).catch('amendment'),
	actNumber: z.string().trim().max(100).catch(''),
	actOn: z.string().catch('')
});

export const prepareInput = z.intersection(z.object({ ...means, scan: file }), actInput);
export type MeansInput = z.output<typeof previewInput>;
