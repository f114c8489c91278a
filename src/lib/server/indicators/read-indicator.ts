import { addDays, type Day } from '#core/calendar/days.ts';
import { gridPeriods } from '#core/indicators/entry/grid.ts';
import type { EntryLine } from '#core/indicators/entry/shown.ts';
import { keyOf } from '#core/indicators/entry/check.ts';
import {
	exclusionDays,
	type Correction,
	type ExclusionDay,
	type KeptValue,
	type StateLine
} from '#core/indicators/page.ts';
import { quantitiesOf, quantityOf } from '#core/indicators/quantities.ts';
import { spanStart, type IndicatorQuery } from '#core/indicators/query.ts';
import { seriesOf, type Judged } from '#core/indicators/series.ts';
import { countOf, told, touches, type ToldPoint } from '#core/indicators/state.ts';
import type { Indicator, Quantity, Raw, Verdict } from '#core/indicators/types.ts';
import type { Context } from '#server/context.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { missionContract } from '#server/reports/due-reports.ts';
import { indicatorOf, readIndicators } from './read-indicators.ts';

export interface IndicatorPage {
	indicator: Indicator;
	judged: Judged;
	points: (ToldPoint & { raw: Raw | null })[];
	counts: Record<Verdict, number>;
	/** What the same values give under the other readings of the clause. */
	readings: { judged: NonNullable<Judged>; reading: string; counts: Record<Verdict, number> }[];
	quantities: Quantity[];
	entry: EntryLine[];
	corrections: Correction[];
	exclusions: ExclusionDay[];
	register: { key: string; title: string } | null;
	states: StateLine[];
}

const firstOf = (day: Day) => `${day.slice(0, 7)}-01`;
const earliest = (a: Day, b: Day) => (a < b ? a : b);

/** Everything the page of one indicator shows. @throws `not_found` */
export async function readIndicator(
	ctx: Context,
	mission: MissionContext,
	code: string,
	queryOf: (indicator: Indicator) => IndicatorQuery
): Promise<IndicatorPage & { query: IndicatorQuery }> {
	const contract = await missionContract(ctx, mission);
	const indicator = indicatorOf(contract, code);
	const query = queryOf(indicator);
	const start = spanStart(query.span, mission.today);
	const { rows, facts } = await readIndicators(ctx, mission, {
		code,
		// Whole months, and the week that is typed.
		...(start === null ? {} : { since: firstOf(earliest(start, addDays(query.day, -7))) })
	});
	const judged = indicator.thresholds[query.t] ?? null;
	const quantities = quantitiesOf(indicator);
	const quantity = quantities.find(({ key }) => key === query.quantity)!;
	const pointsBy = (by: Judged): ToldPoint[] => {
		const { key } = by ? quantityOf(indicator, by) : quantities[0]!;
		const mine = facts.values.filter((one) => one.quantity === key);
		return seriesOf(indicator, by, { ...facts, rows: mine })
			.filter((one) => start === null || touches(one.at, { from: start, to: mission.today }))
			.map((one) => told(one, by));
	};
	const points = pointsBy(judged);
	const own = judged ? quantityOf(indicator, judged).key : '';
	const raws = new Map(facts.values.filter((one) => one.quantity === own).map((one) => [keyOf(one), one]));
	const register = contract.registers.find((one) => one.key === indicator.excludes);
	return {
		query,
		indicator,
		judged,
		points: points.map((one) => ({ ...one, raw: raws.get(keyOf(one)) ?? null })),
		counts: countOf(points),
		readings: indicator.alternatives.map(({ reading, ...by }) => ({
			judged: by,
			reading,
			counts: countOf(pointsBy(by))
		})),
		quantities,
		entry: entryOf(quantity, query, rows.values),
		corrections: rows.corrections,
		exclusions: exclusionDays(rows.exclusions).filter((one) => one.register === indicator.excludes),
		register: register ? { key: register.key, title: register.title } : null,
		states: rows.states
	};
}

/** So many facts of before, to be corrected, and so many empty lines. */
const BEFORE = 6;
const EMPTY = 3;

function entryOf(quantity: Quantity, query: IndicatorQuery, values: readonly KeptValue[]): EntryLine[] {
	const mine = values.filter((one) => one.quantity === quantity.key);
	const line = (at: string, kept: KeptValue | null): EntryLine => ({
		at,
		label: kept?.label ?? '',
		value: kept && !kept.withdrawn ? kept.value : null,
		over: kept && !kept.withdrawn ? kept.over : null,
		instead: kept?.id ?? null,
		notApplicable: kept !== null && !kept.withdrawn && kept.value === null
	});
	if (quantity.perFact || quantity.by !== null) {
		const before = mine
			.filter((one) => !one.withdrawn)
			.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
			.slice(-BEFORE);
		return [
			...before.map((one) => line(one.at, one)),
			...Array.from({ length: EMPTY }, () => line('', null))
		];
	}
	const byPeriod = new Map(mine.map((one) => [one.at, one]));
	return gridPeriods(query.grain, query.day, query.hours).map((at) => line(at, byPeriod.get(at) ?? null));
}
