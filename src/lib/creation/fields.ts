import { z } from 'zod';

type Raw = Record<string, unknown>;

const text = (fields: Raw, name: string, longest = 400) => {
	const value = fields[name];
	return typeof value === 'string' ? value.trim().slice(0, longest) : '';
};
/** `day_notification`, `party_contractor`: a field per anchor and per party, gathered by name. */
const gathered = (fields: Raw, prefix: string) =>
	Object.fromEntries(
		Object.keys(fields)
			.filter((name) => name.startsWith(prefix))
			.map((name) => [name.slice(prefix.length), text(fields, name)])
	);

/** What the preview sends: the file itself, untrimmed, and what the person set beside it. */
export const previewInput = z.record(z.string(), z.unknown()).transform((fields) => ({
	text: typeof fields.text === 'string' ? fields.text : '',
	slug: text(fields, 'slug', 80),
	days: gathered(fields, 'day_'),
	parties: gathered(fields, 'party_')
}));

export const creationInput = z.record(z.string(), z.unknown()).transform((fields) => ({
	...previewInput.parse(fields),
	manager: { email: text(fields, 'email', 300), fullName: text(fields, 'fullName', 300) }
}));

export const ways = ['shipped', 'file', 'steps'] as const;
export type Way = (typeof ways)[number];
export const wayOf = (asked: string | null): Way => ways.find((one) => one === asked) ?? 'shipped';
