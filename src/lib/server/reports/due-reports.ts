import { addDays, type Day, type Week } from '#core/calendar/days.ts';
import { onOwnCalendar } from '#core/calendar/mission.ts';
import type { Contract } from '#core/contract/schema.ts';
import { storedContract } from '#core/contract/stored.ts';
import { occurrences } from '#core/obligations/occurrences.ts';
import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';
import { missionCalendar } from '#server/meetings/papers-of.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';

export interface DueReport {
	period: Week;
	/** The obligation of the contract that asks for it. */
	code: string;
	due: Day | null;
	advised: Day | null;
	/** `due`: nothing filed yet, or a draft this person may not see. */
	state: 'due' | 'draft' | 'filed' | 'received' | 'contested';
	filedOn: Day | null;
	filedBy: string | null;
	fileName: string | null;
}

/** By mission and text: a hash that came with a text proves nothing to another mission. */
const parsed = new Map<string, Contract>();

/** The contract as stored, read once per text of it, on the mission's own calendar. */
export async function missionContract(ctx: Context, mission: MissionContext): Promise<Contract> {
	return onOwnCalendar(await contractAsStored(ctx, mission), mission.calendarChanges);
}

/** As `missionContract`, before its project manager said anything of the calendar. */
export async function contractAsStored(ctx: Context, mission: MissionContext): Promise<Contract> {
	const known = parsed.get(`${mission.id} ${mission.contractSha256}`);
	if (known) return known;
	const row = unwrap(
		await ctx.client.from('missions').select('contract, contract_sha256').eq('id', mission.id).single()
	);
	const read = storedContract(row.contract);
	if (parsed.size > 50) parsed.clear();
	parsed.set(`${mission.id} ${row.contract_sha256}`, read);
	return read;
}

/** The weekly reports the contract asks for from its start until the week after today, and how each stands. */
export async function dueReports(ctx: Context, mission: MissionContext): Promise<DueReport[]> {
	const [contract, phases, filed] = await Promise.all([
		missionContract(ctx, mission),
		ctx.client
			.from('phases')
			.select('starts_on, ends_on')
			.eq('mission_id', mission.id)
			.order('starts_on'),
		ctx.client
			.from('weekly_reports')
			.select(
				'period, state, filed_on:first_filed_on, file_name, people!weekly_reports_filed_by_fkey (full_name)'
			)
			.eq('mission_id', mission.id)
	]);
	const rows = unwrap(filed).map((r) => ({ ...r, filed_by: r.people?.full_name ?? null }));
	return weeksAsked(contract, mission, unwrap(phases), rows);
}

/** A filed or drafted report, as far as this person may see it. */
export type ReportRow = {
	period: string;
	state: string;
	filed_on: Day | null;
	file_name: string | null;
	filed_by: string | null;
};

/** As `dueReports`, from rows already read; `spans` are the phases, the first first. */
export function weeksAsked(
	contract: Contract,
	mission: MissionContext,
	spans: { starts_on: Day | null; ends_on: Day | null }[],
	filed: ReportRow[]
): DueReport[] {
	const weekly = contract.obligations.find((o) => o.kind === 'report' && 'weekly' in o.rule);
	if (!weekly) return [];
	const from = spans[0]?.starts_on ?? mission.today;
	const ahead = addDays(mission.today, 7);
	// A mission whose end is not set yet asks for reports as long as it runs.
	const end = spans.at(-1)?.ends_on ?? ahead;
	const rows = new Map(filed.map((r) => [r.period, r]));
	return occurrences(weekly, {
		anchors: mission.anchors,
		meetings: [],
		from,
		to: ahead < end ? ahead : end,
		calendar: missionCalendar(contract)
	}).map((o) => {
		const row = rows.get(o.period ?? '');
		return {
			period: o.period as Week,
			code: weekly.code,
			due: o.due,
			advised: o.advised,
			state: (row?.state as DueReport['state'] | undefined) ?? 'due',
			filedOn: row?.filed_on ?? null,
			filedBy: row?.filed_by ?? null,
			fileName: row?.file_name ?? null
		};
	});
}

/** The clause that asks for the weekly report, how its silence on the day is read, and what meetings decided of it. */
export async function weeklyObligation(ctx: Context, mission: MissionContext) {
	const [contract, taken] = await Promise.all([
		missionContract(ctx, mission),
		ctx.client
			.from('resolutions')
			.select('number, wording, effect_on, meetings!inner (held_on)')
			.eq('mission_id', mission.id)
			.eq('binds', true)
			.or('wording.ilike.%rapport hebdomadaire%,wording.ilike.%compte rendu hebdomadaire%')
			.order('number')
	]);
	const found = contract.obligations.find((o) => o.kind === 'report' && 'weekly' in o.rule);
	return found
		? {
				code: found.code,
				clause: found.clause ?? null,
				interpretation: found.interpretation ?? null,
				decided: unwrap(taken).map((r) => ({
					number: r.number,
					wording: r.wording,
					on: r.meetings.held_on
				}))
			}
		: null;
}
