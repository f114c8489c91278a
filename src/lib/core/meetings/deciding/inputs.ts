import { z } from 'zod';
import { isDay } from '../../calendar/days.ts';
import { outcomes } from '../../deliverables/circuit.ts';
import { readLines } from '../../deliverables/observations/inputs.ts';
import { linesOf } from '../../deliverables/observations/numbering.ts';
import { attendanceStatuses, resolutionKinds } from '../view.ts';
import { proxyWays } from '../quorum.ts';
import type { ReserveLine } from './view.ts';
import { resolutionResults, type Votes } from './vote.ts';

const text = (longest: number) => z.string().trim().max(longest, 'too_long').default('');
const orNull = <T extends z.ZodType>(shape: T) =>
	z
		.union([z.literal(''), shape])
		.default('' as never)
		.transform((v) => (v === '' ? null : v) as z.output<T> | null);
const hour = z
	.string()
	.refine((v) => /^(([01]\d|2[0-3]):[0-5]\d(:\d\d)?)?$/.test(v), 'bad_input')
	.transform((v) => v.slice(0, 5));
const several = z.union([z.string().transform((v) => [v]), z.array(z.string())]).default([]);
const id = z.uuid('bad_input');
const version = z.coerce.number().int().min(0).default(0);

/** One line of the list; without `attendee`, a person who is added to it. */
export const markInput = z
	.object({
		attendee: orNull(id),
		version,
		status: z.enum(attendanceStatuses, 'choice_missing'),
		arrivedAt: hour.optional(),
		leftAt: hour.optional(),
		/** An alternate (`alternate:name`), the line of a member (`mandate:id`), or a person named. */
		proxy: text(260),
		representedBy: text(200),
		personId: orNull(id),
		fullName: text(200),
		organisation: text(200),
		functionTitle: text(200)
	})
	.transform(({ proxy, ...v }) => {
		const [way, rest] = [proxy.slice(0, proxy.indexOf(':')), proxy.slice(proxy.indexOf(':') + 1)];
		const how = v.status === 'represented' ? (proxyWays.find((w) => w === way) ?? 'named') : null;
		return {
			...v,
			how,
			mandatedId: how === 'mandate' ? rest : null,
			representedBy: how === 'alternate' ? rest : v.representedBy
		};
	});
export type MarkInput = z.output<typeof markInput>;

const count = z.coerce.number().int().min(0).max(999).default(0);

/** A decision of the body, with how it was taken and, for a validation, what it says of the version named. */
export const resolutionInput = z
	.object({
		id: orNull(id),
		version,
		wording: z.string().trim().min(1, 'wording_missing').max(4000, 'too_long'),
		kind: z.enum(resolutionKinds, 'choice_missing'),
		versionId: orNull(id),
		effectOn: orNull(z.string().refine(isDay, 'date_out_of_range')),
		itemId: orNull(id),
		result: z.enum(resolutionResults, 'choice_missing').default('adopted'),
		how: z.enum(['', 'consensus', 'vote']).default(''),
		for: count,
		against: count,
		abstained: count,
		casting: z.literal('on').optional(),
		/** Put off, the body says nothing of the version yet. */
		outcome: z
			.enum(['', 'deferred', ...outcomes], 'choice_missing')
			.default('')
			.transform((v) => (v === '' || v === 'deferred' ? null : v)),
		reserves: text(8000),
		severities: several,
		seen: z.union([z.literal(''), z.string().regex(/^[0-9a-f]{64}$/, 'bad_input')]).default('')
	})
	.transform((v, ctx) => {
		const { how, for: yes, against, abstained, casting, reserves, severities, seen, ...said } = v;
		const votes: Votes | null =
			how === 'vote'
				? { how, for: yes, against, abstained, ...(casting ? { casting: true } : {}) }
				: how === 'consensus'
					? { how }
					: null;
		let lines: ReserveLine[] = [];
		if (said.outcome === 'endorsed_with_reserves') {
			const read = readLines(reserves, severities);
			if (typeof read === 'string') {
				ctx.addIssue({ code: 'custom', path: ['reserves'], message: read });
				return z.NEVER;
			}
			lines = read;
		} else if (said.outcome === 'not_endorsed') lines = linesOf(reserves).map((wording) => ({ wording }));
		return { ...said, votes, lines, seen: seen || null };
	});
export type ResolutionInput = z.output<typeof resolutionInput>;
/** What has to be said of a decision; the rest is of those who say more. */
export type SaidResolution = Pick<ResolutionInput, 'id' | 'wording' | 'kind' | 'versionId' | 'effectOn'> &
	Partial<ResolutionInput>;

/** `id:version` or `id:version:sha256` of each draft, as it was read. */
export const confirmInput = z.object({
	draft: several.pipe(
		z
			.array(z.string().regex(/^[0-9a-f-]{36}:\d+(:[0-9a-f]{64})?$/, 'bad_input'))
			.min(1, 'choice_missing')
			.max(400, 'too_long')
	)
});

export const dropInput = z.object({ draft: id, version, reason: text(500) });

export const againInput = z.object({
	heldOn: z.string().refine(isDay, 'date_out_of_range'),
	startsAt: hour.default(''),
	place: text(300)
});
export type AgainInput = z.output<typeof againInput>;
