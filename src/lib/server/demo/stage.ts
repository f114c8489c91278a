import type { Day } from '#core/calendar/days.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { memoryClient, type Backend, type Settings } from '#server/backend/index.ts';
import type { Context, Person } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';
import type { FileStore } from '#server/files/store.ts';
import { demoPassword } from './people.ts';

export interface Theatre {
	backend: Backend;
	files: FileStore;
	settings: Settings;
}

/** People who really sign in, each once, for as long as the demonstration is being loaded. */
export type Cast = (email: string) => Promise<Context>;

/** What a scene plays with: its cast, and the mission's clock. */
export interface Stage extends Theatre {
	slug: string;
	/** Acts in somebody's name, through the same verbs as the pages. */
	as: Cast;
	/** Moves the mission's clock; its project manager does it. */
	onDay(day: Day): Promise<void>;
	/** The mission as one of its members meets it, its project manager unless told. */
	mission(as?: string): Promise<MissionContext>;
}

/** What happens on one day; the loader plays the steps of all subjects in the order of their days. */
export interface Step {
	on: Day;
	play(stage: Stage): Promise<unknown>;
}

export const manager = 'chef-de-projet@demo.test';
export const signatory = 'signataire@demo.test';
export const lead = 'consultant-chef@demo.test';
export const consultant = 'consultant@demo.test';
/** Those who sit in the steering committees, the chair first. */
export const committee = ['copil@demo.test', 'copil2@demo.test', 'copil3@demo.test'] as const;

/** The people of a demonstration, to be shared by its missions: a password is checked once per person. */
export function makeCast(theatre: Theatre): Cast {
	const known = new Map<string, Promise<Context>>();
	const signIn = async (email: string): Promise<Context> => {
		const client = memoryClient(theatre.backend);
		const { data, error } = await client.auth.signInWithPassword({ email, password: demoPassword });
		if (error) throw error;
		const person = unwrap(await client.rpc('who_am_i')) as unknown as Person;
		return { ...theatre, client, userId: data.user.id, person };
	};
	return (email) => {
		const context = known.get(email) ?? signIn(email);
		known.set(email, context);
		return context;
	};
}

export function makeStage(theatre: Theatre, slug: string, as = makeCast(theatre)): Stage {
	// Only the clock changes what these say of the mission.
	const met = new Map<string, Promise<MissionContext>>();
	const mission = (email = manager) => {
		const known = met.get(email) ?? as(email).then((ctx) => readMission(ctx, slug));
		met.set(email, known);
		return known;
	};
	return {
		...theatre,
		slug,
		as,
		mission,
		async onDay(day) {
			const { id } = await mission();
			const { client } = await as(manager);
			unwrap(await client.rpc('move_clock', { mission: id, to_day: day }));
			met.clear();
		}
	};
}

/**
 * Plays steps in the order of their days, then leaves the clock on the day the mission opens on.
 * @param from the day the clock stands on
 */
export async function playSteps(stage: Stage, steps: Step[], from: Day, until: Day): Promise<void> {
	let day = from;
	for (const step of steps.toSorted((a, b) => a.on.localeCompare(b.on))) {
		if (step.on !== day) await stage.onDay((day = step.on));
		await step.play(stage);
	}
	await stage.onDay(until);
}
