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

/** What a scene plays with: people who really sign in, and the mission's clock. */
export interface Stage extends Theatre {
	slug: string;
	/** Acts in somebody's name, through the same verbs as the pages. */
	as(email: string): Promise<Context>;
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

/** Signs each person in once, for as long as the demonstration is being loaded. */
export function makeStage(theatre: Theatre, slug: string): Stage {
	const known = new Map<string, Promise<Context>>();
	const signIn = async (email: string): Promise<Context> => {
		const client = memoryClient(theatre.backend);
		const { data, error } = await client.auth.signInWithPassword({ email, password: demoPassword });
		if (error) throw error;
		const person = unwrap(await client.rpc('who_am_i')) as unknown as Person;
		return { ...theatre, client, userId: data.user.id, person };
	};
	const as = (email: string) => {
		const context = known.get(email) ?? signIn(email);
		known.set(email, context);
		return context;
	};
	return {
		...theatre,
		slug,
		as,
		async mission(email = manager) {
			return readMission(await as(email), slug);
		},
		async onDay(day) {
			const ctx = await as(manager);
			const mission = await readMission(ctx, slug);
			unwrap(await ctx.client.rpc('move_clock', { mission: mission.id, to_day: day }));
		}
	};
}
