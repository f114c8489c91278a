import { z } from 'zod';

const many = z.union([z.array(z.string().max(600)), z.string().transform((one) => [one])]).default([]);

/** The file or the rows of an import, and what the person chose for them. */
const chosen = {
	file: z
		.instanceof(File)
		.optional()
		.transform((file) => (file && file.size > 0 ? file : null)),
	text: z.string().default(''),
	/** The phases of the file to be placed, and where, one by one: a phase of the mission, `-` for outside, or not yet. */
	placeName: many,
	place: many
};
export const lookInput = z.object(chosen);
export const applyInput = z.object({
	...chosen,
	remove: many,
	seen: z.string().regex(/^[0-9a-f]{64}$/, 'bad_input')
});

/** The import to take back. */
export const undoInput = z.object({ act: z.uuid() });

/** The choices by the name of the phase. */
export function placesOf({
	placeName,
	place
}: {
	placeName: string[];
	place: string[];
}): Record<string, string | null> {
	const pairs = placeName.map((name, i) => [name, place[i] ?? ''] as const);
	return Object.fromEntries(
		pairs.filter(([, where]) => where !== '').map(([name, where]) => [name, where === '-' ? null : where])
	);
}
