import type { Day } from '#core/calendar/days.ts';
import { DomainError } from '#core/errors.ts';
import type { SeatInput } from '#core/meetings/bodies/inputs.ts';
import type { BodyRules } from '#core/meetings/rules.ts';
import { readBody } from '#server/bodies/read-body.ts';
import { changeSeat, seatInBody } from '#server/bodies/seats.ts';
import { setRules } from '#server/bodies/set-rules.ts';
import { manager, type Stage, type Step } from '../stage.ts';
import {
	hold,
	move,
	plan,
	record,
	type Plan,
	type SaidAction,
	type SaidResolution,
	type Session
} from './meetings.ts';

export interface Seated {
	name: string;
	capacity?: SeatInput['capacity'];
	functionTitle?: string;
	votes?: boolean;
	phases?: string[];
	/** The name of the one they stand in for. */
	alternateOf?: string;
}

/** Gives seats in a body, by the project manager, from the day they are given. */
export async function seat(stage: Stage, body: string, people: Seated[]): Promise<void> {
	const ctx = await stage.as(manager);
	const mission = await stage.mission();
	const page = await readBody(ctx, mission, body);
	for (const one of people) {
		const person = page.people.find((p) => p.name === one.name);
		if (!person) throw new DomainError('not_found', { name: one.name });
		const held = page.allSeats.find((s) => s.personId === person.id && s.alternateOf === null);
		const shape = {
			capacity: one.capacity ?? held?.capacity ?? 'member',
			functionTitle: one.functionTitle ?? '',
			votes: one.votes ?? true,
			phases: one.phases ?? [],
			until: null
		};
		if (held && !one.alternateOf) {
			await changeSeat(ctx, { ...shape, seat: held.id, version: held.version });
			continue;
		}
		const alternateOf = one.alternateOf
			? (page.allSeats.find((s) => s.name === one.alternateOf && s.endsOn === null)?.id ?? null)
			: null;
		await seatInBody(ctx, page.id, { ...shape, person: person.id, from: mission.today, alternateOf });
	}
}

export async function agree(stage: Stage, body: string, rules: BodyRules): Promise<void> {
	const ctx = await stage.as(manager);
	const page = await readBody(ctx, await stage.mission(), body);
	await setRules(ctx, page.id, page.version, rules);
}

/** A meeting from its convocation to its minutes, each on its day. */
export interface Told {
	code: string;
	convenedOn: Day;
	planned: Plan;
	session: Session;
	resolutions?: SaidResolution[];
	actions?: SaidAction[];
	circulatedOn: Day;
	approvedOn?: Day;
}

export const told = (one: Told): Step[] => [
	{
		on: one.convenedOn,
		play: async (stage) => move(stage, await plan(stage, one.planned), 'convened')
	},
	{
		on: one.planned.heldOn,
		async play(stage) {
			await hold(stage, one.code, one.session);
			await record(stage, one.code, one.session.by, one.resolutions ?? [], one.actions ?? []);
			await move(stage, one.code, 'held');
		}
	},
	{ on: one.circulatedOn, play: (stage) => move(stage, one.code, 'circulated') },
	...(one.approvedOn
		? [{ on: one.approvedOn, play: (stage: Stage) => move(stage, one.code, 'approved') }]
		: [])
];

/** One that is to come: told of, or still the client's own draft. */
export const coming = (on: Day, planned: Plan, convened = true): Step => ({
	on,
	async play(stage) {
		const code = await plan(stage, planned);
		if (convened) await move(stage, code, 'convened');
	}
});
