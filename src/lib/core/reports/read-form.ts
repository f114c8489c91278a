import { z } from 'zod';
import { axes, reportBodySchema } from './body.ts';

const list = z
	.union([z.string(), z.array(z.string())])
	.optional()
	.transform((v) => (v === undefined ? [] : Array.isArray(v) ? v : [v]));
const text = z.string().optional().default('');

const columns = [
	'missed_what',
	'missed_why',
	'blocked_what',
	'blocked_why',
	'blocked_owner',
	'risk_text',
	'risk_probability',
	'risk_impact',
	'risk_response',
	'risk_owner',
	'days_profile',
	'days_sold',
	'days_week'
] as const;
type Columns = Record<(typeof columns)[number], string[]>;

const number = (typed: string | undefined): number | null => {
	const clean = (typed ?? '').trim().replace(',', '.');
	return clean === '' ? null : Number(clean);
};

/** Rows of the form, of which the ones with nothing typed in their first column are dropped. */
function rows<T>(first: string[], make: (i: number) => T): T[] {
	return first.flatMap((cell, i) => (cell.trim() === '' ? [] : [make(i)]));
}

const fields = z.object({
	version: z.coerce.number().int().min(0).default(0),
	weather: text,
	weather_note: text,
	...Object.fromEntries(axes.map((a) => [`axis_${a}`, text])),
	highlights: text,
	done: text,
	next: text,
	alerts: text,
	...(Object.fromEntries(columns.map((c) => [c, list])) as Record<keyof Columns, typeof list>)
});

/** The form as it is posted, columns of inputs with the same name, turned into a report body and the version it was read at. */
export const reportFormSchema = fields
	.transform((raw) => {
		const f = raw as unknown as Record<string, string> & Columns & { version: number };
		const axis = (a: string) => f[`axis_${a}`] || 'sun';
		return {
			version: f.version,
			body: {
				weather: f.weather || 'sun',
				weatherNote: f.weather_note,
				axes: Object.fromEntries(axes.map((a) => [a, axis(a)])),
				highlights: f.highlights,
				done: f.done,
				next: f.next,
				alerts: f.alerts,
				missed: rows(f.missed_what, (i) => ({ what: f.missed_what[i], why: f.missed_why[i] ?? '' })),
				blocked: rows(f.blocked_what, (i) => ({
					what: f.blocked_what[i],
					why: f.blocked_why[i] ?? '',
					owner: f.blocked_owner[i] ?? ''
				})),
				risks: rows(f.risk_text, (i) => ({
					risk: f.risk_text[i],
					probability: f.risk_probability[i] || 'medium',
					impact: f.risk_impact[i] || 'medium',
					response: f.risk_response[i] ?? '',
					owner: f.risk_owner[i] ?? ''
				})),
				days: rows(f.days_profile, (i) => ({
					profile: f.days_profile[i],
					sold: number(f.days_sold[i]),
					week: number(f.days_week[i]) ?? 0
				}))
			}
		};
	})
	.transform((raw, ctx) => {
		const read = reportBodySchema.safeParse(raw.body);
		if (read.success) return { version: raw.version, body: read.data };
		for (const issue of read.error.issues)
			ctx.addIssue({ code: 'custom', path: issue.path, message: issue.message, input: raw });
		return z.NEVER;
	});
