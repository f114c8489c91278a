import type { Day } from '#core/calendar/days.ts';
import type { Contract } from '#core/contract/schema.ts';
import { regimeNames, type RegimeName } from '#core/contract/regimes/index.ts';
import { DomainError } from '#core/errors.ts';
import { compare, type Difference } from '#core/penalties/follow/compare.ts';
import { detect, type Detected } from '#core/penalties/follow/detect.ts';
import { hearingOf, type Hearing } from '#core/penalties/follow/hearing.ts';
import { centsOf, stepsFromJson } from '#core/penalties/follow/steps.ts';
import { lateThings } from '#core/penalties/follow/things.ts';
import type { Interruption, PenaltyAct, PenaltyFacts, PenaltyLine } from '#core/penalties/follow/types.ts';
import type { Context } from '#server/context.ts';
import { unwrapMaybe } from '#server/db/unwrap.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { readObligations } from '#server/obligations/read-obligations.ts';
import { missionContract } from '#server/reports/due-reports.ts';

/** How the client reads a disputed clause, and since when. */
export type ReadingChoice = { code: string; reading: string; reason: string; on: Day; by: string | null };

/** What the search finds today beside the lines there are; the client's alone. */
export type Search = { detected: Detected; difference: Difference };

export interface Penalties {
	contract: Contract;
	lines: PenaltyLine[];
	/** Of the one penalty that was asked. */
	acts: PenaltyAct[];
	/** The last choice for each clause; empty for who may not read it. */
	readings: ReadingChoice[];
	/** To whom an invitation or a decision is notified. */
	notified: { name: string; email: string }[];
	hearing: Hearing;
	/** Null for who is not on the client's side: it would simulate. */
	search: Search | null;
}

/** A value somebody is typing now for one penalty, instead of the stored one. */
export type Typed = { key: string; facts: Pick<PenaltyFacts, 'base' | 'whole' | 'contractValue'> };

type Stored = {
	rows: (Omit<PenaltyLine, 'amount' | 'exempt' | 'cap' | 'decided' | 'steps' | 'currency'> & {
		amount: number | null;
		exempt: number | null;
		cap: number | null;
		decided: number | null;
		steps: unknown;
		currency: string | null;
	})[];
	acts: (Omit<PenaltyAct, 'amount'> & { amount: number | null })[];
	readings: ReadingChoice[];
	interruptions: Interruption[];
	notified: { name: string; email: string }[];
};

const lineOf = (row: Stored['rows'][number]): PenaltyLine => ({
	...row,
	amount: centsOf(row.amount),
	exempt: centsOf(row.exempt),
	cap: centsOf(row.cap),
	decided: centsOf(row.decided),
	steps: stepsFromJson(row.steps),
	currency: row.currency ?? ''
});

/** The general conditions a mission is under; what is not known of them is said not to be known. */
const regimeName = (regime: string): RegimeName => regimeNames.find((name) => name === regime) ?? 'unknown';

/**
 * A mission's penalties as this person may read them: the client's side all of them, with what a search would find;
 * the others those that were notified.
 * @param number the one penalty whose history is wanted too; the search is then about it alone
 * @throws `not_found`
 */
export async function readPenalties(
	ctx: Context,
	mission: MissionContext,
	number: string | null = null,
	typed: Typed | null = null
): Promise<Penalties> {
	const [found, contract] = await Promise.all([
		ctx.client.rpc('penalties_page', {
			mission_slug: mission.slug,
			...(number === null ? {} : { penalty_number: number })
		}),
		missionContract(ctx, mission)
	]);
	const stored = unwrapMaybe(found) as unknown as Stored | null;
	if (!stored) throw new DomainError('not_found', { slug: mission.slug });
	const lines = stored.rows.map(lineOf);
	const about = number === null ? null : (lines.find((one) => one.number === number) ?? null);
	const readings = [...new Map(stored.readings.map((one) => [one.code, one])).values()];
	return {
		contract,
		lines,
		acts: stored.acts.map((one) => ({ ...one, amount: centsOf(one.amount) })),
		readings,
		notified: stored.notified,
		hearing: hearingOf(regimeName(mission.regime)),
		search: mission.isClient
			? await searching(ctx, mission, contract, lines, readings, stored.interruptions, typed, about)
			: null
	};
}

/** A penalty as a link from what it is about. */
export type PenaltyLink = { number: string; key: string; stage: PenaltyLine['stage'] };

/** The penalties of one occurrence of a duty, or of all that has a code, as far as this person may know of them. */
export async function penaltiesAbout(
	ctx: Context,
	slug: string,
	what: { occurrence: string } | { of_code: string }
): Promise<PenaltyLink[]> {
	const found = unwrapMaybe(await ctx.client.rpc('penalties_about', { mission_slug: slug, ...what }));
	return (found ?? []) as unknown as PenaltyLink[];
}

async function searching(
	ctx: Context,
	mission: MissionContext,
	contract: Contract,
	lines: PenaltyLine[],
	readings: ReadingChoice[],
	interruptions: Interruption[],
	typed: Typed | null,
	about: PenaltyLine | null
): Promise<Search> {
	// Of one penalty, its own duty; else what fell due until today, for nothing later is late.
	const reach = about === null ? { until: mission.today } : { key: about.subject };
	const obligations =
		about?.about === 'interruption' ? [] : (await readObligations(ctx, mission, 'fr', reach)).lines;
	const detected = detect({
		contract,
		today: mission.today,
		late: lateThings(obligations),
		interruptions,
		readings: new Map(readings.map((one) => [one.code, one.reading])),
		values: valuesOf(lines, typed)
	});
	const beside = about === null ? lines : lines.filter((one) => one.key === about.key);
	const found = about === null ? detected.found : detected.found.filter((one) => one.key === about.key);
	return { detected, difference: compare(found, beside) };
}

/** What was typed for a formula, by penalty; the value of the contract is typed once and holds for all of them. */
function valuesOf(lines: PenaltyLine[], typed: Typed | null): Map<string, Typed['facts']> {
	const contractValue =
		typed?.facts.contractValue ?? lines.findLast((one) => one.facts.contractValue)?.facts.contractValue;
	const given = new Map(lines.map(({ key, facts: { base, whole } }) => [key, { base, whole }]));
	if (typed) given.set(typed.key, { base: typed.facts.base, whole: typed.facts.whole });
	return new Map(
		[...given]
			.filter(([, { base, whole }]) => base || whole)
			.map(([key, { base, whole }]) => [
				key,
				{
					...(base ? { base } : {}),
					...(whole ? { whole } : {}),
					...(contractValue ? { contractValue } : {})
				}
			])
	);
}
