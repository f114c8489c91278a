import { z } from 'zod';
import { isDay } from '../../calendar/days.ts';
import { bodyRulesSchema, quorumShares, secretarySides, votingRules, type BodyRules } from '../rules.ts';

const id = z.uuid();
const version = z.coerce.number().int().min(1);
const day = z.string().refine(isDay, 'date_out_of_range');
const optionalDay = z
	.string()
	.default('')
	.refine((v) => v === '' || isDay(v), 'date_out_of_range')
	.transform((v) => v || null);
const list = z
	.union([z.string(), z.array(z.string())])
	.optional()
	.transform((v) => (v === undefined ? [] : Array.isArray(v) ? v : [v]));
const ticked = z
	.string()
	.optional()
	.transform((v) => v === 'on');

export const capacities = ['chair', 'member', 'secretary', 'guest'] as const;

export const seatInput = z.object({
	person: z.uuid('unknown_person'),
	capacity: z.enum(capacities, 'choice_missing').default('member'),
	functionTitle: z.string().trim().max(200, 'too_long').default(''),
	votes: ticked,
	phases: list,
	from: day,
	until: optionalDay,
	alternateOf: z
		.union([z.literal(''), z.uuid()])
		.default('')
		.transform((v) => v || null)
});
export type SeatInput = z.output<typeof seatInput>;

export const changeSeatInput = seatInput
	.pick({ capacity: true, functionTitle: true, votes: true, phases: true, until: true })
	.extend({ seat: id, version });
export type ChangeSeatInput = z.output<typeof changeSeatInput>;

export const endSeatInput = z.object({
	seat: id,
	version,
	reason: z.string().trim().min(1, 'reason_missing').max(500)
});
export type EndSeatInput = z.output<typeof endSeatInput>;

const count = (lowest: number, highest: number) =>
	z
		.union([
			z.literal(''),
			z.coerce.number('bad_rule').int('bad_rule').min(lowest, 'bad_rule').max(highest, 'bad_rule')
		])
		.default('')
		.transform((v) => (v === '' ? null : v));
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
	z.union([z.literal(''), z.enum(values)]).default('');

/** The form of a body's rules: an empty field asks nothing. */
export const rulesInput = z
	.object({
		version,
		convening: count(1, 90),
		quorum: oneOf([...quorumShares, 'count']),
		quorumCount: count(1, 200),
		second: count(0, 90),
		voting: oneOf(votingRules),
		casting: ticked,
		approval: oneOf(['meeting', 'silence']),
		approvalDays: count(1, 90),
		secretary: oneOf(secretarySides),
		source: z.string().trim().min(1, 'source_missing').max(500, 'too_long')
	})
	.refine((f) => f.quorum !== 'count' || f.quorumCount !== null, {
		error: 'bad_rule',
		path: ['quorumCount']
	})
	.refine((f) => f.approval !== 'silence' || f.approvalDays !== null, {
		error: 'bad_rule',
		path: ['approvalDays']
	})
	.transform((f) => {
		const rules: BodyRules = { source: f.source };
		if (f.convening !== null) rules.convening = { days: f.convening };
		if (f.quorum) rules.quorum = f.quorum === 'count' ? { count: f.quorumCount! } : { share: f.quorum };
		if (f.second !== null) rules.second = { days: f.second };
		if (f.voting) rules.voting = { rule: f.voting, casting: f.casting };
		if (f.approval)
			rules.approval =
				f.approval === 'silence' ? { how: 'silence', days: f.approvalDays! } : { how: 'meeting' };
		if (f.secretary) rules.secretary = f.secretary;
		return { version: f.version, rules: bodyRulesSchema.parse(rules) };
	});

/** A series as its form sends it: every line has its fields, only those ticked are planned. */
export const seriesInput = z
	.object({
		startsAt: z
			.string()
			.default('')
			.refine((v) => v === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(v), 'bad_input'),
		place: z.string().trim().max(300, 'too_long').default(''),
		chosen: list,
		occurrence: list,
		day: list,
		title: list
	})
	.transform((f) => ({
		startsAt: f.startsAt,
		place: f.place,
		meetings: f.occurrence
			.map((occurrence, i) => ({
				occurrence,
				heldOn: f.day[i] ?? '',
				title: (f.title[i] ?? '').trim()
			}))
			.filter((one) => f.chosen.includes(one.occurrence))
	}))
	.refine((f) => f.meetings.length > 0, { error: 'series_empty', path: ['series'] })
	.refine((f) => f.meetings.length <= 60, { error: 'series_too_long', path: ['series'] })
	.refine((f) => f.meetings.every((one) => isDay(one.heldOn)), {
		error: 'date_out_of_range',
		path: ['series']
	})
	.refine((f) => f.meetings.every((one) => one.title !== '' && one.title.length <= 200), {
		error: 'title_length',
		path: ['series']
	});
export type SeriesInput = z.output<typeof seriesInput>;
