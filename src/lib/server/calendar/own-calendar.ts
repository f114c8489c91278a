import { makeCalendar } from '#core/calendar/calendar.ts';
import { actOf, type CalendarInput } from '#core/calendar/inputs.ts';
import { onOwnCalendar } from '#core/calendar/mission.ts';
import {
	changesWith,
	linesOfYear,
	saidBy,
	type CalendarLine,
	type CalendarWord
} from '#core/calendar/page.ts';
import { compareContracts } from '#core/contract/compare/compare.ts';
import { DomainError } from '#core/errors.ts';
import { rework } from '#core/obligations/follow/rework.ts';
import type { MovePreview } from '#core/obligations/follow/preview.ts';
import type { Context } from '#server/context.ts';
import type { Json } from '#server/db/types.gen.ts';
import { unwrapMaybe } from '#server/db/unwrap.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { missionFacts } from '#server/obligations/mission-facts.ts';
import { ensurePlanned, replanAfter } from '#server/obligations/replan.ts';
import { contractAsStored } from '#server/reports/due-reports.ts';

export interface CalendarPage {
	label: string;
	lines: CalendarLine[];
	/** Are that year's feasts known for sure? */
	confirmed: boolean;
	/** What was said, the latest first. */
	words: CalendarWord[];
	/** Names what was read. */
	number: number;
}

/** A year of the mission's own calendar. @throws `not_found` */
export async function readCalendar(
	ctx: Context,
	mission: MissionContext,
	year: number
): Promise<CalendarPage> {
	const [found, contract] = await Promise.all([
		ctx.client.rpc('calendar_page', { mission_slug: mission.slug }),
		contractAsStored(ctx, mission)
	]);
	const words = unwrapMaybe(found) as unknown as CalendarWord[] | null;
	if (!words) throw new DomainError('not_found', { slug: mission.slug });
	const { base, changes } = contract.calendar;
	const original = makeCalendar(base, changes);
	const { calendar: own } = onOwnCalendar(contract, mission.calendarChanges);
	const calendar = makeCalendar(base, own.changes);
	return {
		label: calendar.label,
		lines: linesOfYear(calendar, original, mission.calendarChanges, year),
		confirmed: calendar.isConfirmed(year),
		words,
		number: words[0]?.number ?? 0
	};
}

/**
 * What a change of the calendar would move, without saving anything.
 * @throws `not_allowed` for anybody but the project manager
 */
export async function previewCalendar(
	ctx: Context,
	mission: MissionContext,
	input: CalendarInput
): Promise<Omit<MovePreview, 'to'>> {
	if (!mission.roles.includes('client_manager')) throw new DomainError('not_allowed');
	const { door } = ctx.backend;
	if (!door) return { moved: [], kept: [] };
	await ensurePlanned(ctx, mission.id);
	const { facts, stored } = await missionFacts(door, mission.id);
	const changes = changesWith(mission.calendarChanges, saidBy(actOf(input)));
	// From the contract as it is stored: a day that goes back to it must not find what was said of it before.
	const contract = onOwnCalendar(await contractAsStored(ctx, mission), changes);
	const { changes: found, planned } = rework({ ...facts, contract }, stored);
	const names = new Map(planned.map((one) => [one.key, one.duty]));
	const about = (key: string) => ({
		key,
		code: names.get(key)?.code ?? key,
		title: names.get(key)?.title ?? key
	});
	return {
		moved: found.moved
			.filter(({ before, after }) => before.due !== after.due)
			.map(({ before, after }) => ({ ...about(after.key), from: before.due, to: after.due })),
		kept: found.kept
			.filter(({ after }) => after !== null)
			.map(({ before }) => ({ ...about(before.key), due: before.due }))
	};
}

/**
 * Says something of a day of the mission's calendar, then works its due dates out again.
 * @throws `not_allowed` for anybody but the project manager; `stale`, `date_out_of_range`, `title_length`
 */
export async function changeCalendar(
	ctx: Context,
	mission: MissionContext,
	input: CalendarInput
): Promise<void> {
	unwrapMaybe(
		await ctx.client.rpc('change_calendar', {
			mission: mission.id,
			read_number: input.number,
			days: saidBy(actOf(input)) as unknown as Json,
			reason: input.reason
		})
	);
	await movePlan(ctx, mission);
	await replanAfter(ctx, mission.id);
}

/** What the calendar moves in the plan itself: milestones, deliverables, weeks, where nothing was done yet. */
async function movePlan(ctx: Context, mission: MissionContext): Promise<void> {
	const { door } = ctx.backend;
	if (!door) return;
	for (let attempt = 0; attempt < 5; attempt++) {
		const { facts, stored, stamp, written } = await missionFacts(door, mission.id);
		const before = onOwnCalendar(written, mission.calendarChanges);
		const { effects, anchors } = compareContracts({ ...facts, contract: before }, stored, facts.contract);
		if (await door.applyCalendar(mission.id, stamp, effects, anchors)) return;
	}
	throw new DomainError('stale');
}
