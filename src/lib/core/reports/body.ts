import { z } from 'zod';

const line = (max: number) => z.string().trim().max(max, 'too_long');
const words = line(4000);
const short = line(300);
export const levels = ['sun', 'cloud', 'storm'] as const;
export const axes = ['delays', 'scope', 'resources', 'risks'] as const;
export type Axis = (typeof axes)[number];
export const grades = ['low', 'medium', 'high'] as const;

const level = z.enum(levels, 'choice_missing');
const grade = z.enum(grades, 'choice_missing');
const quarter = z.number().min(0).max(1000).multipleOf(0.25);

/** A weekly report as it is typed and stored: the one shape behind the form, the draft, the page and the Word file. */
export const reportBodySchema = z.object({
	weather: level.default('sun'),
	weatherNote: short.default(''),
	axes: z
		.object({ delays: level, scope: level, resources: level, risks: level })
		.default({ delays: 'sun', scope: 'sun', resources: 'sun', risks: 'sun' }),
	highlights: words.default(''),
	/** One item per line. */
	done: words.default(''),
	next: words.default(''),
	missed: z
		.array(z.object({ what: short, why: short }))
		.max(100, 'too_long')
		.default([]),
	blocked: z
		.array(z.object({ what: short, why: short, owner: short }))
		.max(100, 'too_long')
		.default([]),
	risks: z
		.array(z.object({ risk: short, probability: grade, impact: grade, response: short, owner: short }))
		.max(100, 'too_long')
		.default([]),
	alerts: words.default(''),
	days: z
		.array(
			z.object({
				profile: short,
				sold: quarter.nullable(),
				week: quarter,
				/** Counted (see `totals.ts`), never typed. */
				consumed: z.number().min(0).max(100_000).nullable().default(null)
			})
		)
		.max(50, 'too_long')
		.default([])
});
export type ReportBody = z.output<typeof reportBodySchema>;

/** The lines of a block, without the bullets people type by habit. */
export const itemsOf = (block: string): string[] =>
	block
		.split(/\r?\n/)
		.map((l) => l.replace(/^\s*[-–—•*]\s+/, '').trim())
		.filter(Boolean);

/** What a report must say to be filed: at least what was done, or why nothing was. @returns the field to blame, or null */
export function missingToFile(body: ReportBody): 'done' | null {
	return itemsOf(body.done).length || body.missed.length || body.blocked.length || body.highlights
		? null
		: 'done';
}
