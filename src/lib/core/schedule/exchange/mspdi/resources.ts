import type { PlanRow } from '../plan.ts';

export interface Resource {
	uid: number;
	name: string;
	/** Its organisation. */
	group: string | null;
}

/** Names are parted there by commas or semicolons, which a resource's own name may not hold. */
const names = (assignee: string): string[] =>
	assignee
		.split(/[,;]/)
		.map((one) => one.trim())
		.filter((one) => one !== '');

/** Who does what: one resource per person and organisation; an organisation alone is its own resource. */
export function resourcesOf(rows: readonly PlanRow[]): {
	found: Resource[];
	assignments: { task: string; resource: number }[];
} {
	const found = new Map<string, Resource>();
	const assignments: { task: string; resource: number }[] = [];
	for (const row of rows) {
		const group = row.organisation?.trim() || null;
		const people = names(row.assignee ?? '');
		for (const name of people.length > 0 ? people : group ? [group] : []) {
			const key = `${name}\n${group ?? ''}`;
			const resource = found.get(key) ?? { uid: found.size + 1, name, group };
			found.set(key, resource);
			assignments.push({ task: row.key, resource: resource.uid });
		}
	}
	return { found: [...found.values()], assignments };
}

/** The reverse: the people of a task and the first organisation named. */
export function whoDoes(resources: readonly Pick<Resource, 'name' | 'group'>[]): {
	assignee: string | null;
	organisation: string | null;
} {
	const people = resources.filter(({ name, group }) => name !== group).map(({ name }) => name);
	return {
		assignee: people.join(', ') || null,
		organisation: resources.find(({ group }) => group)?.group ?? null
	};
}
