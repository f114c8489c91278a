import type { Day } from '#core/calendar/days.ts';
import type { Contract, Indicator } from '#core/contract/schema.ts';
import { DomainError } from '#core/errors.ts';
import { acceptedDays, type IndicatorRows } from '#core/indicators/page.ts';
import type { JudgeFacts } from '#core/indicators/state.ts';
import type { Context } from '#server/context.ts';
import { unwrapMaybe } from '#server/db/unwrap.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { missionContract } from '#server/reports/due-reports.ts';

export interface Indicators {
	contract: Contract;
	rows: IndicatorRows;
	/** What a judgement is made from: values that stand, days the client left out, the mission's day. */
	facts: JudgeFacts;
}

export interface Wanted {
	/** One indicator, with its corrections. */
	code?: string;
	/** Days before are left out; longer periods never are. */
	since?: Day;
}

/** A mission's indicators as this person may read them. @throws `not_found` */
export async function readIndicators(
	ctx: Context,
	mission: MissionContext,
	{ code, since }: Wanted = {}
): Promise<Indicators> {
	const [found, contract] = await Promise.all([
		ctx.client.rpc('indicators_page', {
			mission_slug: mission.slug,
			...(code === undefined ? {} : { wanted: code }),
			...(since === undefined ? {} : { since })
		}),
		missionContract(ctx, mission)
	]);
	const rows = unwrapMaybe(found) as unknown as IndicatorRows | null;
	if (!rows) throw new DomainError('not_found', { slug: mission.slug });
	return { contract, rows, facts: factsOf(rows, mission) };
}

const factsOf = (rows: IndicatorRows, mission: MissionContext): JudgeFacts => ({
	values: rows.values.filter((one) => !one.withdrawn),
	exclusions: acceptedDays(rows.exclusions),
	today: mission.today,
	end: mission.anchors['end'] ?? null
});

/** The indicator of that code. @throws `not_found` */
export function indicatorOf(contract: Contract, code: string): Indicator {
	const found = contract.indicators.find((one) => one.code === code);
	if (!found) throw new DomainError('not_found', { code });
	return found;
}
