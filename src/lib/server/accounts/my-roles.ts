import type { Day } from '#core/calendar/days.ts';
import type { Context } from '#server/context.ts';
import { rolesOf } from '#server/db/people.ts';

export interface MyRole {
	id: string;
	mission: { slug: string; title: string };
	role: string;
	functionTitle: string | null;
	startsOn: Day;
	/** The first day it is no longer held. */
	endsOn: Day | null;
}

/** What the signed-in person is, mission by mission; missions they have left are no longer theirs to read. */
export async function myRoles({ client, person }: Pick<Context, 'client' | 'person'>): Promise<MyRole[]> {
	if (!person) return [];
	return (await rolesOf(client, person.id)).flatMap((m) =>
		m.mission
			? [
					{
						id: m.id,
						mission: { slug: m.mission.slug, title: m.mission.short_title },
						role: m.role,
						functionTitle: m.function_title,
						startsOn: m.starts_on,
						endsOn: m.ends_on
					}
				]
			: []
	);
}
