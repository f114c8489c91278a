import { DomainError } from '#core/errors.ts';
import type { CalendarChange } from '#core/calendar/calendar.ts';
import type { Day } from '#core/calendar/days.ts';
import type { Role } from '#core/contract/roles.ts';
import type { Context } from '#server/context.ts';
import { unwrapMaybe } from '#server/db/unwrap.ts';

/** A mission as one of its members meets it. */
export interface MissionContext {
	id: string;
	slug: string;
	title: string;
	shortTitle: string;
	reference: string | null;
	regime: string;
	calendar: string;
	timeZone: string;
	language: string;
	prefix: string;
	isDemo: boolean;
	playsOn: Day | null;
	/** The mission's own day. */
	today: Day;
	anchors: Record<string, Day | null>;
	roles: Role[];
	isClient: boolean;
	isContractor: boolean;
	/** Signs for the buyer today: the signatory, or a delegate on record. */
	signs: boolean;
	/** Which text of the contract is in force. */
	contractSha256: string;
	/** What the project manager said of days of the calendar; over what the contract says. */
	calendarChanges: CalendarChange[];
	/** Does the contract measure anything? */
	hasIndicators: boolean;
	/** How many things wait for this person, across missions; null where it was not asked. */
	waiting: number | null;
}

/** @throws `not_found` when there is no such mission or the person is not one of its members */
export async function readMission(ctx: Context, slug: string, counting = false): Promise<MissionContext> {
	const found = unwrapMaybe(await ctx.client.rpc('mission_context', { mission_slug: slug, counting }));
	if (!found) throw new DomainError('not_found', { slug });
	return found as unknown as MissionContext;
}
